import { useState } from "react";
import { type Change, type Comment, resolve } from "../../../api/index.ts";
import { Moment } from "../../../theme/index.ts";
import { CommentForm } from "./CommentForm.tsx";
import styles from "./comments.module.css";
import type { CommentThread } from "./threads.ts";
import { useCommenting } from "./useCommenting.ts";

interface ThreadProps {
  readonly change: Change;
  readonly thread: CommentThread;
  /** Whether the words it is about are shown: not where they stand right above it. */
  readonly withQuote: boolean;
}

/** A comment, what was answered, and whether it is settled. */
export function Thread({ change, thread, withQuote }: ThreadProps) {
  const { first, replies } = thread;
  const [answering, setAnswering] = useState(false);
  const { write, busy } = useCommenting(change.id);
  const may = change.may.includes("comment");
  const isResolved = first.resolved !== null;
  return (
    <article className={styles["thread"]} data-resolved={isResolved} aria-label={`Comment by ${first.by.name}`}>
      {withQuote ? <About of={first} /> : null}
      <Said of={first} />
      {replies.map((reply) => (
        <Said key={reply.id} of={reply} />
      ))}
      {first.resolved === null ? null : (
        <p className={styles["soft"]}>
          Resolved by {first.resolved.by.name}, <Moment at={first.resolved.at} />
        </p>
      )}
      {may && !answering ? (
        <p className={styles["actions"]}>
          <button type="button" onClick={() => setAnswering(true)}>
            Answer
          </button>
          <button
            type="button"
            disabled={busy}
            onClick={() => void write(() => resolve(change.id, first.id, { resolved: !isResolved }))}
          >
            {isResolved ? "Open it again" : "Resolve"}
          </button>
        </p>
      ) : null}
      {answering ? (
        <CommentForm
          change={change}
          anchor={null}
          replyTo={first.id}
          label="Your answer"
          placeholder="Your answer"
          close={() => setAnswering(false)}
        />
      ) : null}
    </article>
  );
}

function Said({ of }: { readonly of: Comment }) {
  return (
    <div className={styles["said"]}>
      <p className={styles["soft"]}>
        <strong>{of.by.name}</strong> <Moment at={of.at} />
      </p>
      <p className={styles["text"]}>{of.text}</p>
    </div>
  );
}

/** The words it is about, and what became of them. */
function About({ of: { anchor, standing } }: { readonly of: Comment }) {
  if (anchor === null) return null;
  return (
    <div className={styles["about"]}>
      <p className={styles["soft"]}>
        {anchor.file}
        {anchor.criterion === null ? "" : `, ${anchor.criterion}`}
      </p>
      <q>{anchor.quote}</q>
      {standing?.kind === "gone" ? <p className={styles["soft"]}>{standing.sentence}</p> : null}
      {standing?.kind === "there" && standing.changed ? (
        <p className={styles["soft"]}>
          These words are another text now{standing.criterion === null ? "" : `, under ${standing.criterion}`}.
        </p>
      ) : null}
    </div>
  );
}
