import { Button } from "@mantine/core";
import { useState } from "react";
import { useStudio } from "../session/index.ts";
import { useStore } from "../store/index.ts";
import type { TestedCase } from "../worker/index.ts";
import { AcceptDialog } from "./AcceptDialog.tsx";
import styles from "./accept.module.css";

const label = "the accepted results";

/** Taking what comes out as what is expected, for many cases at once, and taking that back. */
export function Acceptance({ tests }: { readonly tests: readonly TestedCase[] }) {
  const [opened, setOpened] = useState(false);
  const accept = useAccept();
  const fit = tests.filter(({ instead }) => instead.length > 0);
  return (
    <p className={styles["actions"]}>
      {fit.length === 0 ? null : (
        <Button size="compact-xs" variant="default" onClick={() => setOpened(true)}>
          Accept changed results
        </Button>
      )}
      <TakeBack />
      {opened ? <AcceptDialog tests={fit} accept={accept} close={() => setOpened(false)} /> : null}
    </p>
  );
}

function TakeBack() {
  const { caseChanges } = useStudio();
  const isLast = useStore(caseChanges.steps, (steps) => steps.at(-1)?.label === label);
  const count = useStore(caseChanges.steps, (steps) => new Set(steps.at(-1)?.texts.map(({ path }) => path)).size);
  if (!isLast) return null;
  return (
    <>
      <output>{count === 1 ? "1 case" : `${count} cases`} accepted</output>
      <Button size="compact-xs" variant="subtle" onClick={() => void caseChanges.undo()}>
        Undo
      </Button>
    </>
  );
}

function useAccept(): (tests: readonly TestedCase[], why: string) => void {
  const { caseChanges } = useStudio();
  return (tests, why) => {
    const changes = tests.flatMap(({ path, instead }) =>
      instead.map(({ index, expect }) => {
        const filled = { ...expect, source: why, filledInBy: "engine" as const };
        return { path, change: { kind: "expectation" as const, index, expect: filled } };
      }),
    );
    void caseChanges.changeAll(changes, label);
  };
}
