import { Button, Tabs } from "@mantine/core";
import { lazy, Suspense, useEffect } from "react";
import { useNewCase } from "../files/index.ts";
import { type CaseTab, caseTabs, useAnalysis, useShow, useView } from "../session/index.ts";
import type { CaseView } from "../worker/index.ts";
import { WhyTab } from "../why/index.ts";
import { CaseHeader } from "./CaseHeader.tsx";
import styles from "./caseView.module.css";

const loaders = {
  facts: () => import("../facts/index.ts"),
  letter: () => import("../letter/index.ts"),
  decision: () => import("../decision/index.ts"),
  editions: () => import("../editions/index.ts"),
};

const FactsTab = lazy(() => loaders.facts().then((module) => ({ default: module.FactsTab })));
const LetterTab = lazy(() => loaders.letter().then((module) => ({ default: module.LetterTab })));
const DecisionTab = lazy(() => loaders.decision().then((module) => ({ default: module.DecisionTab })));
const EditionsTab = lazy(() => loaders.editions().then((module) => ({ default: module.EditionsTab })));

const tabWords: Readonly<Record<CaseTab, string>> = {
  why: "Why",
  facts: "Facts",
  letter: "Letter",
  decision: "Decision",
  editions: "Then and now",
};

const WitnessPane = lazy(() => import("./witness/index.ts").then((module) => ({ default: module.WitnessPane })));

/** The open case, or one that was worked out: what is asked, what comes out, and why. */
export function CasePane() {
  const { witness } = useView();
  if (witness === undefined) return <OpenCase />;
  return (
    <Suspense>
      <WitnessPane key={witness} id={witness} />
    </Suspense>
  );
}

function OpenCase() {
  const { case: path, tab = "why" } = useView();
  const open = useAnalysis((analysis) => analysis?.open ?? null);
  const ready = useAnalysis((analysis) => analysis !== null);
  if (open === null || open.path !== path)
    return <NoCase waiting={!ready || (open !== null && path !== undefined)} path={path} />;
  return (
    <div className={styles["pane"]}>
      <CaseHeader open={open} />
      <Outdated paths={open.outdated} />
      <CaseTabs open={open} tab={tab} />
    </div>
  );
}

function CaseTabs({ open, tab }: { readonly open: CaseView; readonly tab: CaseTab }) {
  const show = useShow();
  // Why is on screen first; the other tabs load behind it, so that none of them is waited for.
  useEffect(() => void Promise.allSettled(Object.values(loaders).map((load) => load())), []);
  return (
    <Tabs
      className={styles["tabs"] ?? ""}
      value={tab}
      keepMounted={false}
      onChange={(value) => show({ tab: caseTabs.find((known) => known === value) })}
    >
      <Tabs.List className={styles["tabList"] ?? ""} aria-label="About the case">
        {caseTabs.map((name) => (
          <Tabs.Tab key={name} value={name}>
            {tabWords[name]}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value="why" className={styles["panel"] ?? ""}>
        <WhyTab open={open} />
      </Tabs.Panel>
      <Tabs.Panel value="facts" className={styles["panel"] ?? ""}>
        <Suspense>
          <FactsTab open={open} />
        </Suspense>
      </Tabs.Panel>
      <Tabs.Panel value="letter" className={styles["panel"] ?? ""}>
        <Suspense>
          <LetterTab open={open} />
        </Suspense>
      </Tabs.Panel>
      <Tabs.Panel value="decision" className={styles["panel"] ?? ""}>
        <Suspense>
          <DecisionTab open={open} />
        </Suspense>
      </Tabs.Panel>
      <Tabs.Panel value="editions" className={styles["panel"] ?? ""}>
        <Suspense>
          <EditionsTab key={open.path} open={open} />
        </Suspense>
      </Tabs.Panel>
    </Tabs>
  );
}

/** While a guideline has an error, the answers are of its last text that had one meaning; said, never silent. */
function Outdated({ paths }: { readonly paths: readonly string[] }) {
  const { file } = useView();
  const elsewhere = paths.filter((path) => path !== file);
  if (paths.length === 0) return null;
  return (
    <output className={styles["outdated"]}>
      Answers of the text before the problem{elsewhere.length === 0 ? "" : ` in ${elsewhere.join(", ")}`}.
    </output>
  );
}

function NoCase({ waiting, path }: { readonly waiting: boolean; readonly path: string | undefined }) {
  if (waiting) return <p className={styles["empty"]}>Reading the case</p>;
  return path === undefined ? <Beginning /> : <Unread path={path} />;
}

function Beginning() {
  const begin = useNewCase();
  return (
    <div className={styles["empty"]}>
      <h2>No case is open</h2>
      <p>
        A case holds what one record documents, with its evidence. Open one on the left, or begin one: it asks for the
        first service of the open guideline, and its determination appears here while you fill in the facts.
      </p>
      <Button variant="default" onClick={begin}>
        Begin a case
      </Button>
    </div>
  );
}

/** A case whose text has a problem from the start: its own words are the place to mend it. */
function Unread({ path }: { readonly path: string }) {
  const show = useShow();
  return (
    <div className={styles["empty"]}>
      <h2>This case cannot be read yet</h2>
      <p>What keeps it from being read is said under Diagnostics and at its place in the text.</p>
      <Button variant="default" onClick={() => show({ file: path })}>
        Open the case as text
      </Button>
    </div>
  );
}
