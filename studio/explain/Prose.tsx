import { withKeys } from "../theme/index.ts";
import styles from "./prose.module.css";

type Block = { readonly kind: "heading" | "paragraph" | "code" | "bullet"; readonly text: string };

/** The little Markdown our explanation pages use: headings, paragraphs, bullets, fenced code and `code` in a line. */
export function Prose({ markdown }: { readonly markdown: string }) {
  return (
    <div className={styles["prose"]}>
      {withKeys(blocksOf(markdown), ({ text }) => text).map(({ key, item }) => (
        <BlockView key={key} block={item} />
      ))}
    </div>
  );
}

function BlockView({ block }: { readonly block: Block }) {
  if (block.kind === "code") return <pre>{block.text}</pre>;
  const inline = block.text.split("`").map((part, index) => {
    const key = `${index} ${part}`;
    return index % 2 === 1 ? <code key={key}>{part}</code> : <span key={key}>{part.replaceAll("**", "")}</span>;
  });
  if (block.kind === "heading") return <h3>{inline}</h3>;
  return <p data-kind={block.kind}>{inline}</p>;
}

function blocksOf(markdown: string): readonly Block[] {
  const fenced = markdown.split(/^```.*$/m);
  return fenced.flatMap((part, index): readonly Block[] => {
    if (index % 2 === 1) return [{ kind: "code", text: part.replace(/^\n|\n$/g, "") }];
    return part
      .split(/\n\s*\n/)
      .map((text) => text.trim())
      .filter((text) => text !== "")
      .flatMap(proseBlocks);
  });
}

function proseBlocks(text: string): readonly Block[] {
  const heading = /^#+\s+(.*)(?:\n([\s\S]*))?$/.exec(text);
  if (heading !== null) {
    const rest = heading[2] ?? "";
    return [{ kind: "heading", text: heading[1] ?? "" }, ...(rest.trim() === "" ? [] : proseBlocks(rest.trim()))];
  }
  if (/^[-*] /.test(text))
    return text.split(/\n(?=[-*] )/).map((item) => ({ kind: "bullet", text: item.replace(/^[-*] /, "") }));
  return [{ kind: "paragraph", text }];
}
