import { lazy, type ReactNode, Suspense, useEffect, useRef } from "react";
import { CasePane } from "../caseView/index.ts";
import { type ScreenName, useShow, useView } from "../session/index.ts";
import { CloseButton } from "../theme/index.ts";
import styles from "./screenLayer.module.css";

const BoardScreen = lazy(() => import("../board/screen/index.ts").then((module) => ({ default: module.BoardScreen })));

const CompareScreen = lazy(() =>
  import("../compare/screen/index.ts").then((module) => ({ default: module.CompareScreen })),
);

const SuggestionsScreen = lazy(() =>
  import("../suggestions/index.ts").then((module) => ({ default: module.SuggestionsScreen })),
);

/** A screen over the panes, which stay as they are beneath it; Escape goes back to them. */
export function ScreenLayer() {
  const { view } = useView();
  return view === undefined ? null : <Layer key={view} view={view} />;
}

function Layer({ view }: { readonly view: ScreenName }) {
  const main = useRef<HTMLDivElement>(null);
  // The keyboard goes where the eye does.
  useEffect(() => main.current?.focus(), []);
  return (
    <div className={styles["layer"]} data-view={view}>
      <div ref={main} className={styles["main"]} tabIndex={-1}>
        <Suspense>{screens[view]}</Suspense>
        <Close />
      </div>
      {view === "board" ? (
        <section className={styles["case"]} aria-label="Case beside the board">
          <CasePane />
        </section>
      ) : null}
    </div>
  );
}

const screens: Readonly<Record<ScreenName, ReactNode>> = {
  board: <BoardScreen />,
  compare: <CompareScreen />,
  suggestions: <SuggestionsScreen />,
};

function Close() {
  const show = useShow();
  return (
    <CloseButton
      label="Back to all panes"
      shortcut="Escape"
      size={17}
      className={styles["close"]}
      onClick={() => show({ view: undefined })}
    />
  );
}
