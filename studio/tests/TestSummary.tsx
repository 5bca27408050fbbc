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

/** A picture of all cases at once. A click opens one; the lists beside and left of it do the same from the keyboard. */
function Squares({ tests, open }: { readonly tests: readonly TestedCase[]; readonly open: Open }) {
  const passed = tests.filter((test) => test.ok).length;
  return (
    <div className={styles["squares"]} role="img" aria-label={`${passed} filled squares, ${tests.length - passed} red diamonds`}>
      {tests.map((test) => (
        // biome-ignore lint/a11y/noStaticElementInteractions: a shortcut for the pointer; the case list is its equal for the keyboard
        // biome-ignore lint/a11y/useKeyWithClickEvents: as above
        <span key={test.id} data-ok={test.ok} title={label(test)} onClick={() => open(test)} />
      ))}
    </div>
  );
}

function label(test: TestedCase): string {
  const kind = test.kind === "case" ? "Case" : "Example";
  return test.ok ? `${kind} “${test.title}”: as expected` : `${kind} “${test.title}”: not as expected`;
}

function Failing({ tests, open }: { readonly tests: readonly TestedCase[]; readonly open: Open }) {
  if (tests.length === 0) return null;
  return (
    <ul className={styles["list"]} aria-label="Not as expected">
      {tests.map((test) => (
        <li key={test.id}>
          <button type="button" onClick={() => open(test)}>
            <span className={styles["name"]}>{test.title}</span>
            {test.differences.map((difference) => (
              <span key={`${difference.of} ${difference.expected}`}>
                {difference.of}: <span className={styles["soft"]}>expected</span> {difference.expected},{" "}
                <span className={styles["soft"]}>comes out</span> <strong>{difference.actual}</strong>
              </span>
            ))}
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
