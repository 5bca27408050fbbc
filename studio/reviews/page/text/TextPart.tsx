import { Loader } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { type Change, type Comment, roundTextsQuery } from "../../../api/index.ts";
import { type CommentThread, Thread, threadsOf } from "../comments/index.ts";
import { BlockGroup } from "./BlockGroup.tsx";
import { fileDiff } from "./fileDiff.ts";
import { grouped } from "./groups.ts";
import type { RoundFile } from "./roundFile.ts";
import styles from "./text.module.css";

interface TextPartProps {
  readonly change: Change;
  readonly comments: readonly Comment[];
}

/** What was written, word for word, file by file; guidelines first. */
export function TextPart({ change, comments }: TextPartProps) {
  const round = change.rounds.at(-1)?.round ?? 1;
  const texts = useQuery(roundTextsQuery(change.id, round));
  const threads = useMemo(() => threadsOf(comments), [comments]);
  if (texts.data === undefined)
    return texts.isError ? (
      <p role="alert">{texts.error.message}</p>
    ) : (
      <Loader size="sm" mt="md" aria-label="Reading" />
    );
  const files = texts.data.files.toSorted((one, other) => order(one.path) - order(other.path));
  const gone = threads.filter(({ first }) => first.standing?.kind === "gone");
  return (
    <div className={styles["files"]}>
      {files.length === 0 ? <p className={styles["soft"]}>No file is another than in the release.</p> : null}
      {files.map((file) => (
        <FileText key={file.path} change={change} file={file} threads={threads} />
      ))}
      {gone.length === 0 ? null : (
        <section aria-label="About text that is gone">
          <h2>About text that is gone</h2>
          {gone.map((thread) => (
            <Thread key={thread.first.id} change={change} thread={thread} withQuote />
          ))}
        </section>
      )}
    </div>
  );
}

const order = (path: string): number => (path.endsWith(".guideline") ? 0 : path.startsWith("cases/") ? 2 : 1);

interface FileTextProps {
  readonly change: Change;
  readonly file: RoundFile;
  readonly threads: readonly CommentThread[];
}

function FileText({ change, file, threads }: FileTextProps) {
  const groups = useMemo(() => grouped(fileDiff(file.before, file.now)), [file]);
  const here = threads.filter(({ first: { standing } }) => standing?.kind === "there" && standing.file === file.path);
  return (
    <section className={styles["file"]} aria-label={file.path}>
      <h2>
        {file.path} <span className={styles["soft"]}>{whatHappened(file)}</span>
      </h2>
      {groups.map((group) => (
        <BlockGroup key={group.key} change={change} file={file} group={group} threads={here} />
      ))}
    </section>
  );
}

function whatHappened({ before, now }: RoundFile): string {
  if (before === null) return "new";
  return now === null ? "removed" : "changed";
}
