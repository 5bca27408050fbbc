import { useRef, useState } from "react";
import type { Change, CommentAnchor } from "../../../api/index.ts";
import { withKeys } from "../../../theme/index.ts";
import { CommentForm, type CommentThread, Thread } from "../comments/index.ts";
import { anchorOf, selectedWithin } from "./anchor.ts";
import type { Block, Piece } from "./fileDiff.ts";
import { headOf } from "./groups.ts";
import styles from "./text.module.css";
import type { RoundFile } from "./roundFile.ts";

interface BlockTextProps {
  readonly change: Change;
  readonly file: RoundFile;
  readonly block: Block;
  readonly threads: readonly CommentThread[];
}

/** One declaration, its words added and removed told apart, with what was said of it below. */
export function BlockText({ change, file, block, threads }: BlockTextProps) {
  const text = useRef<HTMLPreElement>(null);
  const [anchor, setAnchor] = useState<CommentAnchor | null>(null);
  const here = threads.filter(({ first: { standing } }) => {
    const at = standing?.kind === "there" ? standing.start : -1;
    return at >= block.start && at < block.end;
  });
  const begin = () => setAnchor(anchorOf(file, block, text.current === null ? null : selectedWithin(text.current)));
  const mayComment = change.may.includes("comment") && file.now !== null && block.end > block.start;
  return (
    <div className={styles["block"]}>
      <pre ref={text}>
        {withKeys(withoutEmptyEnd(block.lines).flat(), ({ kind, offset }) => `${kind} ${offset}`).map(
          ({ key, item }) => (
            <Words key={key} of={item} />
          ),
        )}
      </pre>
      {mayComment && anchor === null ? (
        <button type="button" className={styles["comment"]} onClick={begin}>
          Comment <span className="visually-hidden">on {headOf(block)}</span>
        </button>
      ) : null}
      {here.map((thread) => (
        <Thread key={thread.first.id} change={change} thread={thread} withQuote={false} />
      ))}
      {anchor === null ? null : (
        <div className={styles["writing"]}>
          <p>
            On <q>{anchor.quote.trim()}</q>
          </p>
          <CommentForm
            change={change}
            anchor={anchor}
            replyTo={null}
            label={`Comment on ${headOf(block)}`}
            placeholder="Where does the published text say this?"
            close={() => setAnchor(null)}
          />
        </div>
      )}
    </div>
  );
}

/** The lines between a declaration and the next say nothing of it. */
function withoutEmptyEnd(lines: Block["lines"]): Block["lines"] {
  const last = lines.findLastIndex((line) => line.some(({ kind, text }) => kind !== "same" || text.trim() !== ""));
  return lines.slice(0, last + 1);
}

/** `data-offset` says where the words stand in the newer text. */
function Words({ of: { kind, text, offset } }: { readonly of: Piece }) {
  if (kind === "removed") return <del>{text}</del>;
  if (kind === "added") return <ins data-offset={offset}>{text}</ins>;
  return <span data-offset={offset}>{text}</span>;
}
