import { useAnalysis, useFile } from "../session/index.ts";
import styles from "./files.module.css";

/** How many problems the text of a file has. */
export function useProblems(path: string): number {
  return useAnalysis(
    (analysis) =>
      analysis?.diagnostics.filter(({ file, severity }) => file === path && severity === "error").length ?? 0,
  );
}

/** Why a file has no text, in a sentence; `null` for one that can be read. */
export function useUnreadable(path: string): string | null {
  return useFile(path, ({ unreadable }) => ({ unreadable }))?.unreadable ?? null;
}

export function Problems({ count }: { readonly count: number }) {
  return (
    <span className={styles["errors"]}>
      {count}
      <span className="visually-hidden"> {count === 1 ? "problem" : "problems"}</span>
    </span>
  );
}
