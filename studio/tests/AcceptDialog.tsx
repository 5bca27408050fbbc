import { Button, Checkbox, Modal, Textarea } from "@mantine/core";
import "@mantine/core/styles/Checkbox.css";
import { useState } from "react";
import { OutcomeWord } from "../theme/index.ts";
import type { TestedCase } from "../worker/index.ts";
import styles from "./accept.module.css";

interface AcceptDialogProps {
  /** The failing cases and examples that can be accepted. */
  readonly tests: readonly TestedCase[];
  readonly accept: (tests: readonly TestedCase[], why: string) => void;
  readonly close: () => void;
}

/** Chooses which changed results the cases and examples shall expect from now on, and says why. */
export function AcceptDialog({ tests, accept, close }: AcceptDialogProps) {
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [why, setWhy] = useState("");
  const [asked, setAsked] = useState(false);
  const chosen = tests.filter(({ id }) => !left.has(id));
  const submit = () => {
    if (why.trim() === "") return setAsked(true);
    accept(chosen, why.trim());
    close();
  };
  return (
    <Modal opened onClose={close} size="min(860px, 94vw)" title="Accept changed results">
      <div className={styles["dialog"]}>
        <p>
          The chosen cases and examples expect from now on what comes out. Nobody has named a text these answers rest
          on, so they are marked as filled in by the engine and prove nothing until somebody does. A reviewer of this
          draft sees each of them, and has to say that they have looked at it.
        </p>
        <ChangedResults tests={tests} left={left} setLeft={setLeft} />
        <Textarea
          label="Why the results change"
          placeholder="The chapter's 2024 edition asks for four weeks of strengthening, not six"
          autosize
          minRows={2}
          value={why}
          error={asked && why.trim() === "" ? "A reviewer reads this sentence in place of a source." : null}
          onChange={({ currentTarget: { value } }) => setWhy(value)}
        />
        <div className={styles["buttons"]}>
          <Button variant="default" onClick={close}>
            Not now
          </Button>
          <Button disabled={chosen.length === 0} onClick={submit}>
            {chosen.length === 1 ? "Accept 1 result" : `Accept ${chosen.length} results`}
          </Button>
        </div>
      </div>
    </Modal>
  );
}

interface ChangedResultsProps {
  readonly tests: readonly TestedCase[];
  /** Ids of what is not chosen. */
  readonly left: ReadonlySet<string>;
  readonly setLeft: (left: ReadonlySet<string>) => void;
}

function ChangedResults({ tests, left, setLeft }: ChangedResultsProps) {
  const toggle = (id: string) => setLeft(new Set(left.has(id) ? [...left].filter((one) => one !== id) : [...left, id]));
  const all = left.size === 0;
  return (
    <table className={styles["results"]}>
      <thead>
        <tr>
          <td>
            <Checkbox
              aria-label="Choose all"
              checked={all}
              indeterminate={!all && left.size < tests.length}
              onChange={() => setLeft(all ? new Set(tests.map(({ id }) => id)) : new Set())}
            />
          </td>
          <th scope="col">Of each case</th>
          <th scope="col">Expected until now</th>
          <th scope="col">Comes out</th>
        </tr>
      </thead>
      <tbody>
        {tests.map((test) => (
          <ChangedCase key={test.id} test={test} isChosen={!left.has(test.id)} toggle={() => toggle(test.id)} />
        ))}
      </tbody>
    </table>
  );
}

interface ChangedCaseProps {
  readonly test: TestedCase;
  readonly isChosen: boolean;
  readonly toggle: () => void;
}

/** A line with the case's title, then one for each answer that is another. */
function ChangedCase({ test: { title, differences }, isChosen, toggle }: ChangedCaseProps) {
  return (
    <>
      <tr className={styles["case"]}>
        <td>
          <Checkbox aria-label={title} checked={isChosen} onChange={toggle} />
        </td>
        <th scope="rowgroup" colSpan={3}>
          {title}
        </th>
      </tr>
      {differences.map(({ of, expected, actual }) => (
        <tr key={`${of} ${expected}`}>
          <th scope="row" colSpan={2}>
            {of}
          </th>
          <td>
            <OutcomeWord words={expected} />
          </td>
          <td>
            <OutcomeWord words={actual} />
          </td>
        </tr>
      ))}
    </>
  );
}
