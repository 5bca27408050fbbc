import { Button } from "@mantine/core";
import { lazy, Suspense } from "react";
import { guideTitle } from "../explain/index.ts";
import { useFile, useStudio, useView } from "../session/index.ts";
import { useStore, type WorkFile } from "../store/index.ts";
import styles from "./editor.module.css";
import { EditorTabs } from "./EditorTabs.tsx";
import { ReadBackPanel } from "./ReadBackPanel.tsx";

// Monaco is two thirds of a megabyte compressed; the text is on screen before it arrives.
const MonacoEditor = lazy(() => import("./monaco/index.ts").then((module) => ({ default: module.MonacoEditor })));

/** What of a file changes the pane: not its text, which the editor holds itself. */
const shown = ({ kind, unreadable }: WorkFile) => ({ kind, unreadable });

/** The open file's text. */
export function EditorPane() {
  const { file: path, read } = useView();
  const { analyst } = useStudio();
  const file = useFile(path, shown);
  // The first determination comes before the editor: both at once would keep each other waiting.
  const answered = useStore(analyst.state, ({ analysis, failure }) => analysis !== null || failure !== null);
  if (path === undefined || file === undefined) return <NoFile />;
  return (
    <div className={styles["pane"]}>
      <EditorTabs path={path} kind={file.unreadable === null ? file.kind : "other"} />
      {file.unreadable === null ? (
        <div className={styles["room"]}>
          <div className={styles["beside"]}>
            <div className={styles["text"]}>
              <Suspense fallback={<PlainText path={path} />}>
                {answered ? <MonacoEditor path={path} /> : <PlainText path={path} />}
              </Suspense>
            </div>
            {read !== undefined && file.kind === "guideline" ? <ReadBackPanel path={path} form={read} /> : null}
          </div>
        </div>
      ) : (
        <p className={styles["empty"]}>{file.unreadable}</p>
      )}
    </div>
  );
}

/** The text, to read, while the editor loads. */
function PlainText({ path }: { readonly path: string }) {
  const { workspace } = useStudio();
  return <pre className={styles["plain"]}>{workspace.state.get().files[path]?.text}</pre>;
}

function NoFile() {
  const { explained } = useStudio();
  return (
    <div className={styles["empty"]}>
      <h2>No text is open</h2>
      <p>Open a guideline on the left, or add one. It reads like a policy:</p>
      <pre>imaging if significant symptom change OR failed strengthening OR pre-invasive clarification</pre>
      <Button variant="default" onClick={() => explained.set(() => guideTitle)}>
        {guideTitle}
      </Button>
    </div>
  );
}
