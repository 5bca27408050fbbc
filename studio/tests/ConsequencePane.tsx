import type { Release } from "../api/index.ts";
import { ReleaseList } from "../releases/index.ts";
import styles from "./consequence.module.css";
import { DiagnosticList } from "./DiagnosticList.tsx";
import { EditEffect } from "./EditEffect.tsx";
import { TestSummary } from "./TestSummary.tsx";

/** What the text and the open edit mean for every case of the set. */
export function ConsequencePane({ releases }: { readonly releases: readonly Release[] }) {
  return (
    <div className={styles["columns"]}>
      <TestSummary />
      <EditEffect />
      <DiagnosticList />
      <ReleaseList releases={releases} />
    </div>
  );
}
