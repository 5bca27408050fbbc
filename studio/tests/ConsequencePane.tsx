import type { Release } from "../api/index.ts";
import { BoardColumn } from "../board/index.ts";
import { ReleaseList } from "../releases/index.ts";
import { useView } from "../session/index.ts";
import styles from "./consequence.module.css";
import { DiagnosticList } from "./DiagnosticList.tsx";
import { EditEffect } from "./EditEffect.tsx";
import { TestSummary } from "./TestSummary.tsx";

/** What the text and the open edit mean for every case of the set. */
export function ConsequencePane({ releases }: { readonly releases: readonly Release[] }) {
  const { wide } = useView();
  return (
    <div className={styles["columns"]} data-wide={wide === "tests"}>
      <TestSummary />
      <EditEffect />
      <BoardColumn />
      <DiagnosticList />
      <ReleaseList releases={releases} />
    </div>
  );
}
