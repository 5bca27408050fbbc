import { lazy, Suspense } from "react";
import { useFile, useView } from "../session/index.ts";
import styles from "./editor.module.css";
import { EditorTabs } from "./EditorTabs.tsx";

// Monaco is two thirds of a megabyte compressed; the text is on screen before it arrives.
const MonacoEditor = lazy(() => import("./monaco/index.ts").then((module) => ({ default: module.MonacoEditor })));

/** The open file's text. */
export function EditorPane() {
  const { file: path } = useView();
  const file = useFile(path);
  if (path === undefined || file === undefined) return <NoFile />;
  return (
    <div className={styles["pane"]}>
      <EditorTabs file={file} />
      {file.unreadable === null ? (
        <div className={styles["text"]}>
          <Suspense fallback={<PlainText text={file.text} />}>
            <MonacoEditor path={path} />
          </Suspense>
        </div>
      ) : (
        <p className={styles["empty"]}>This file cannot be shown as text: {file.unreadable}</p>
      )}
    </div>
  );
}

/** The text, to read, while the editor loads. */
function PlainText({ text }: { readonly text: string }) {
  return <pre className={styles["plain"]}>{text}</pre>;
}

function NoFile() {
  return (
    <div className={styles["empty"]}>
      <h2>No text is open</h2>
      <p>Open a guideline on the left, or add one. It reads like a policy:</p>
      <pre>imaging if significant symptom change OR failed strengthening OR pre-invasive clarification</pre>
    </div>
  );
}
