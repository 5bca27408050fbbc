import { Button, Textarea } from "@mantine/core";
import { useState } from "react";
import { type Change, comment, type CommentAnchor } from "../../../api/index.ts";
import styles from "./comments.module.css";
import { useCommenting } from "./useCommenting.ts";

interface CommentFormProps {
  readonly change: Change;
  /** `null`: about the change as a whole. */
  readonly anchor: CommentAnchor | null;
  /** The comment that is answered; `null`: a new one. */
  readonly replyTo: number | null;
  readonly label: string;
  readonly placeholder: string;
  /** After it is written, or `Not now`. */
  readonly close: (() => void) | null;
}

/** A form that was asked for is where one writes next. */
const focus = (area: HTMLTextAreaElement | null) => area?.focus();

/** Where a comment is written. Ctrl+Enter sends it. */
export function CommentForm({ change, anchor, replyTo, label, placeholder, close }: CommentFormProps) {
  const [text, setText] = useState("");
  const { write, busy, problem } = useCommenting(change.id);
  const round = change.rounds.at(-1)?.round ?? 1;
  const send = async () => {
    if (text.trim() === "" || busy) return;
    const written = await write(() => comment(change.id, { text: text.trim(), round, anchor, replyTo }));
    if (!written.ok) return;
    setText("");
    close?.();
  };
  return (
    <form
      className={styles["form"]}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <Textarea
        aria-label={label}
        placeholder={placeholder}
        autosize
        minRows={2}
        maxLength={10_000}
        ref={close === null ? null : focus}
        value={text}
        onChange={({ currentTarget: { value } }) => setText(value)}
        onKeyDown={(event) => {
          if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) void send();
        }}
      />
      {problem === null ? null : <p role="alert">{problem}</p>}
      <div className={styles["buttons"]}>
        <Button size="compact-sm" type="submit" loading={busy} disabled={text.trim() === ""} title="Ctrl+Enter">
          {replyTo === null ? "Comment" : "Answer"}
        </Button>
        {close === null ? null : (
          <Button size="compact-sm" variant="subtle" onClick={close}>
            Not now
          </Button>
        )}
      </div>
    </form>
  );
}
