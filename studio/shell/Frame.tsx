import { lazy, Suspense, useEffect, useState } from "react";
import { Group, Panel, Separator, useDefaultLayout } from "react-resizable-panels";
import type { Release } from "../api/index.ts";
import { CasePane } from "../caseView/index.ts";
import { ConflictDialog } from "../conflict/index.ts";
import { EditorPane } from "../editor/index.ts";
import { ExplanationDrawer } from "../explain/index.ts";
import { FilesPane } from "../files/index.ts";
import { useStudio, useView } from "../session/index.ts";
import { ConsequencePane } from "../tests/index.ts";
import { CommandPalette, Palette } from "./CommandPalette.tsx";
import { useCommands } from "./commands.ts";
import styles from "./frame.module.css";
import { Header } from "./Header.tsx";
import { PaneFrame } from "./PaneFrame.tsx";
import { ScreenLayer } from "./ScreenLayer.tsx";
import { useShortcuts } from "./shortcuts.ts";
import { useDefaultView } from "./defaultView.ts";
import { Warnings } from "./Warnings.tsx";

const HistoryDrawer = lazy(() => import("../history/index.ts").then((module) => ({ default: module.HistoryDrawer })));

/** The one screen: files, text, case, and along the bottom what follows for every case. */
export function Frame({ releases }: { readonly releases: readonly Release[] }) {
  const { analyst } = useStudio();
  const view = useDefaultView();
  const [palette, setPalette] = useState(false);
  useShortcuts(() => setPalette(true));
  useEffect(() => analyst.openCase(view.case ?? null), [analyst, view.case]);
  return (
    <div className={styles["frame"]}>
      <Header releases={releases} openPalette={() => setPalette(true)} />
      <Warnings />
      <Columns releases={releases} />
      <ScreenLayer />
      <ConflictDialog />
      <CommandPalette opened={palette} close={() => setPalette(false)}>
        <StudioPalette close={() => setPalette(false)} />
      </CommandPalette>
      <ExplanationDrawer />
      {view.history === undefined || view.file === undefined ? null : (
        <Suspense>
          <HistoryDrawer key={view.file} path={view.file} />
        </Suspense>
      )}
    </div>
  );
}

function StudioPalette({ close }: { readonly close: () => void }) {
  return <Palette close={close} commands={useCommands()} />;
}

function Columns({ releases }: { readonly releases: readonly Release[] }) {
  const { view } = useView();
  const rows = useDefaultLayout({ id: "precept-rows", storage: localStorage });
  const columns = useDefaultLayout({ id: "precept-columns", storage: localStorage });
  return (
    <Group
      id="precept-rows"
      orientation="vertical"
      className={styles["rows"] ?? ""}
      inert={view !== undefined}
      {...rows}
    >
      <Panel id="work" minSize="240px">
        <Group id="precept-columns" orientation="horizontal" {...columns}>
          <Panel
            id="files"
            defaultSize="232px"
            minSize="160px"
            maxSize="480px"
            groupResizeBehavior="preserve-pixel-size"
          >
            <PaneFrame pane="files" label="Guideline set">
              <FilesPane releases={releases} />
            </PaneFrame>
          </Panel>
          <Separator className={styles["between"] ?? ""} aria-label="Width of the guideline set" />
          <Panel id="editor" minSize="320px">
            <PaneFrame pane="editor" label="Text">
              <EditorPane />
            </PaneFrame>
          </Panel>
          <Separator className={styles["between"] ?? ""} aria-label="Width of the case" />
          <Panel id="case" defaultSize="440px" minSize="340px" groupResizeBehavior="preserve-pixel-size">
            <PaneFrame pane="case" label="Case">
              {/* The board has the case beside it. */}
              {view === "board" ? null : <CasePane />}
            </PaneFrame>
          </Panel>
        </Group>
      </Panel>
      <Separator className={styles["below"] ?? ""} aria-label="Height of the consequences" />
      <Panel id="consequences" defaultSize="148px" minSize="88px" groupResizeBehavior="preserve-pixel-size">
        <PaneFrame pane="tests" label="Consequences">
          <ConsequencePane releases={releases} />
        </PaneFrame>
      </Panel>
    </Group>
  );
}
