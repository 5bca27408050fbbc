import type { Change, Comment } from "../../../api/index.ts";
import { CommentForm } from "./CommentForm.tsx";
import styles from "./comments.module.css";
import { Thread } from "./Thread.tsx";
import { threadsOf } from "./threads.ts";

interface CommentsPartProps {
  readonly change: Change;
  readonly comments: readonly Comment[];
}

/** Everything that was said, what is open first. */
export function CommentsPart({ change, comments }: CommentsPartProps) {
  const threads = threadsOf(comments);
  const open = threads.filter(({ first }) => first.resolved === null);
  const resolved = threads.filter(({ first }) => first.resolved !== null);
  return (
    <div className={styles["comments"]}>
      {threads.length === 0 ? (
        <p className={styles["soft"]}>
          Nobody has said anything yet. In the text, choose words of a criterion and comment on them: the comment stays
          with the criterion when it is edited.
        </p>
      ) : null}
      {[...open, ...resolved].map((thread) => (
        <Thread key={thread.first.id} change={change} thread={thread} withQuote />
      ))}
      {change.may.includes("comment") ? (
        <CommentForm
          change={change}
          anchor={null}
          replyTo={null}
          label="Comment on the whole change"
          placeholder="Say something of the change as a whole"
          close={null}
        />
      ) : null}
    </div>
  );
}
