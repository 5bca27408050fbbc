import type { Release } from "../api/index.ts";
import { CandidateList } from "./CandidateList.tsx";
import { CaseList } from "./CaseList.tsx";
import styles from "./files.module.css";
import { GuidelineList } from "./GuidelineList.tsx";
import { OtherFiles } from "./OtherFiles.tsx";
import { OutlineList } from "./OutlineList.tsx";
import { ProofEntries } from "./ProofEntries.tsx";
import { ReleaseEntries } from "./ReleaseEntries.tsx";

/** The set: its guidelines, what the open one declares, its cases, what may become one, and its releases. */
export function FilesPane({ releases }: { readonly releases: readonly Release[] }) {
  return (
    <nav className={styles["pane"]} aria-label="Guideline set">
      <GuidelineList />
      <OutlineList />
      <ProofEntries latest={releases[0]?.version ?? null} />
      <CaseList />
      <CandidateList />
      <OtherFiles />
      <ReleaseEntries releases={releases} />
    </nav>
  );
}
