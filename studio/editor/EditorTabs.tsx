import { Button, Tabs } from "@mantine/core";
import { useState } from "react";
import { useAnalysis, useShow, useStudio, useView } from "../session/index.ts";
import type { WorkFile } from "../store/index.ts";
import styles from "./editor.module.css";

interface EditorTabsProps {
  readonly path: string;
  readonly kind: WorkFile["kind"];
}

/** The guideline and the case as text, side by side as tabs; the published source on the right. */
export function EditorTabs(file: EditorTabsProps) {
  const view = useView();
  const show = useShow();
  const guideline = useLastGuideline(file);
  const source = useAnalysis((analysis) => analysis?.guidelines.find(({ path }) => path === file.path)?.source ?? null);
  const tabs = tabsFor(file, guideline, view.case);
  return (
    <div className={styles["tabs"]}>
      <Tabs value={file.path} onChange={(path) => show({ file: path ?? undefined })}>
        <Tabs.List aria-label="Open texts">
          {tabs.map(({ path, words }) => (
            <Tabs.Tab key={path} value={path} title={path}>
              {words}
            </Tabs.Tab>
          ))}
        </Tabs.List>
      </Tabs>
      <p className={styles["source"]} title={source ?? ""}>
        {source}
      </p>
      {file.kind === "guideline" ? (
        <>
          <CoverageButton />
          <ReadBackButton />
          <FormatButton path={file.path} />
        </>
      ) : null}
      <HistoryButton />
    </div>
  );
}

function HistoryButton() {
  const show = useShow();
  return (
    <Button
      className={styles["format"] ?? ""}
      size="compact-xs"
      variant="subtle"
      color="gray"
      title="Who changed this file and when, and every text it had"
      onClick={() => show({ history: "file" })}
    >
      History
    </Button>
  );
}

function tabsFor(file: EditorTabsProps, guideline: string | undefined, openCase: string | undefined) {
  const tabs: { readonly path: string; readonly words: string }[] = [];
  if (guideline !== undefined) tabs.push({ path: guideline, words: "Text" });
  if (file.kind !== "guideline" && file.path !== openCase) tabs.push({ path: file.path, words: file.path });
  if (openCase !== undefined) tabs.push({ path: openCase, words: "Case as text" });
  return tabs;
}

/** The guideline shown last, so that its tab stays while the case's text is open. */
function useLastGuideline(file: EditorTabsProps): string | undefined {
  const first = useAnalysis((analysis) => analysis?.guidelines[0]?.path);
  const [last, setLast] = useState<string | undefined>(undefined);
  if (file.kind === "guideline" && last !== file.path) setLast(file.path);
  return file.kind === "guideline" ? file.path : (last ?? first);
}

function CoverageButton() {
  const { marks } = useView();
  const show = useShow();
  return (
    <Button
      className={styles["format"] ?? ""}
      size="compact-xs"
      variant={marks === undefined ? "subtle" : "light"}
      color="gray"
      title="Show beside the text what the cases cover"
      aria-pressed={marks === "coverage"}
      onClick={() => show({ marks: marks === undefined ? "coverage" : undefined })}
    >
      Coverage
    </Button>
  );
}

function ReadBackButton() {
  const { read } = useView();
  const show = useShow();
  return (
    <Button
      className={styles["format"] ?? ""}
      size="compact-xs"
      variant={read === undefined ? "subtle" : "light"}
      color="gray"
      title="Say the guideline back in plain sentences or as an outline, beside the text"
      aria-pressed={read !== undefined}
      onClick={() => show({ read: read === undefined ? "sentences" : undefined })}
    >
      Read back
    </Button>
  );
}

function FormatButton({ path }: { readonly path: string }) {
  const { analyst, workspace } = useStudio();
  const format = async () => {
    const text = workspace.state.get().files[path]?.text;
    if (text === undefined) return;
    const laidOut = await analyst.language.format({ path, text });
    // Typed into meanwhile: the older layout would lose it.
    if (workspace.state.get().files[path]?.text === text) workspace.edit(path, laidOut);
  };
  return (
    <Button
      className={styles["format"] ?? ""}
      size="compact-xs"
      variant="subtle"
      color="gray"
      title="Lay the text out evenly (Shift+Alt+F)"
      onClick={() => void format()}
    >
      Format
    </Button>
  );
}
