import { useAnalysis, useShow, useStudio } from "../session/index.ts";
import type { TestedCase } from "../worker/index.ts";
import styles from "./consequence.module.css";

const none: readonly TestedCase[] = [];

/** How many cases and examples come out as expected; every one a square, the failing ones in words. */
export function TestSummary() {
  const tests = useAnalysis((analysis) => analysis?.tests ?? none);
  const ready = useAnalysis((analysis) => analysis !== null);
  const open = useOpenTest();
  const passed = tests.filter((test) => test.ok).length;
  return (
    <section className={styles["column"]} aria-label="Cases as expected">
      <h2>Cases</h2>
      {tests.length === 0 ? (
        <p className={styles["soft"]}>{ready ? "No case says yet what it expects. Write expect under a request of a case." : "Running the cases"}</p>
      ) : (
        <>
          <p role="status" className={styles["figure"]}>
            <strong>
              {passed} of {tests.length}
            </strong>{" "}
            as expected
          </p>
          <Squares tests={tests} open={open} />
          <Failing tests={tests.filter((test) => !test.ok)} open={open} />
        </>
      )}
    </section>
  );
}

type Open = (test: TestedCase) => void;

function Squares({ tests, open }: { readonly tests: readonly TestedCase[]; readonly open: Open }) {
  return (
    <ul className={styles["squares"]} aria-label="Every case">
      {tests.map((test) => (
        <li key={test.id}>
          <button type="button" data-ok={test.ok} title={label(test)} aria-label={label(test)} onClick={() => open(test)} />
        </li>
      ))}
    </ul>
  );
}

function label(test: TestedCase): string {
  return test.ok ? `${test.title}: ${test.actual}, as expected` : `${test.title}: ${test.actual}, expected ${test.expected}`;
}

function Failing({ tests, open }: { readonly tests: readonly TestedCase[]; readonly open: Open }) {
  if (tests.length === 0) return null;
  return (
    <ul className={styles["list"]} aria-label="Not as expected">
      {tests.map((test) => (
        <li key={test.id}>
          <button type="button" onClick={() => open(test)}>
            <span className={styles["name"]}>{test.title}</span>
            <span>
              <span className={styles["soft"]}>expected</span> {test.expected} <span className={styles["soft"]}>but comes out</span>{" "}
              <strong>{test.actual}</strong>
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}

/** Opens a case in the case pane, an example in the text. */
function useOpenTest(): Open {
  const show = useShow();
  const { analyst, place } = useStudio();
  return (test) => {
    if (!test.path.endsWith(".guideline")) return show({ case: test.path, wide: undefined });
    show({ file: test.path, wide: undefined });
    const guideline = analyst.state.get().analysis?.guidelines.find(({ path }) => path === test.path);
    const example = guideline?.outline.find(({ kind, name }) => kind === "example" && test.title.includes(name));
    if (example !== undefined) place.set(() => ({ path: test.path, start: example.start }));
  };
}
