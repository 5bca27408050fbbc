import { Button } from "@mantine/core";
import { useState } from "react";
import { useStudio } from "../session/index.ts";
import { useStore } from "../store/index.ts";
import type { TestedCase } from "../worker/index.ts";
import { AcceptDialog } from "./AcceptDialog.tsx";
import styles from "./accept.module.css";

/** As it stands on the undo button too. */
const labelOf = (count: number) => (count === 1 ? "1 accepted result" : `${count} accepted results`);
const isOurs = (label: string) => /^\d+ accepted results?$/.test(label);

/** Taking what comes out as what is expected, for many cases and examples at once, and taking that back. */
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
  const last = useStore(caseChanges.steps, (steps) => steps.at(-1)?.label ?? "");
  if (!isOurs(last)) return null;
  return (
    <>
      <output>{last}</output>
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
      instead.map((change) => ({ path, change: { ...change, because: why } })),
    );
    void caseChanges.changeAll(changes, labelOf(tests.length));
  };
}
