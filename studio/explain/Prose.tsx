import { withKeys } from "../theme/index.ts";
import styles from "./prose.module.css";

type Block = {
  readonly kind: "heading" | "paragraph" | "code" | "bullet" | "inner bullet" | "table";
  readonly text: string;
};

/** The little Markdown our pages use: headings, paragraphs, bullets, tables, fenced code and `code` in a line. */
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
  if (block.kind === "table") return <TableView rows={block.text.split("\n")} />;
  if (block.kind === "heading") return <h3>{<Inline text={block.text} />}</h3>;
  return (
    <p data-kind={block.kind}>
      <Inline text={block.text} />
    </p>
  );
}

/** `code` as code; of a link its words. */
function Inline({ text }: { readonly text: string }) {
  return text.split("`").map((part, index) => {
    const key = `${index} ${part}`;
    if (index % 2 === 1) return <code key={key}>{part}</code>;
    return <span key={key}>{part.replaceAll("**", "").replaceAll(/\[([^\]]+)\]\([^)]+\)/g, "$1")}</span>;
  });
}

/** The first row heads the columns, the second only draws a line. */
function TableView({ rows: [head = "", , ...rows] }: { readonly rows: readonly string[] }) {
  return (
    <table>
      <thead>
        <tr>
          {withKeys(cellsOf(head), (cell) => cell).map(({ key, item }) => (
            <th key={key} scope="col">
              <Inline text={item} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row}>
            {withKeys(cellsOf(row), (cell) => cell).map(({ key, item }) => (
              <td key={key}>
                <Inline text={item} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function cellsOf(row: string): readonly string[] {
  return row
    .replace(/^\||\|$/g, "")
    .split("|")
    .map((cell) => cell.trim());
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
  if (text.startsWith("|")) return [{ kind: "table", text }];
  if (/^[-*] /.test(text)) return text.split(/\n(?= *[-*] )/).map(bullet);
  return [{ kind: "paragraph", text }];
}

function bullet(item: string): Block {
  return { kind: item.startsWith(" ") ? "inner bullet" : "bullet", text: item.replace(/^ *[-*] /, "") };
}
