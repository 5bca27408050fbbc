import { useAnalysis, useShow, useStudio, useView } from "../session/index.ts";
import type { TestedCase } from "../worker/index.ts";
import { Acceptance } from "./Acceptance.tsx";
import styles from "./consequence.module.css";
import { AllCases, Failing, type Open, Squares } from "./TestLists.tsx";

const none: readonly TestedCase[] = [];

/** How many cases and examples come out as expected; every one a square, the failing ones in words. */
export function TestSummary() {
  const tests = useAnalysis((analysis) => analysis?.tests ?? none);
  const ready = useAnalysis((analysis) => analysis !== null);
  const outdated = useAnalysis((analysis) => (analysis?.outdated.length ?? 0) > 0);
  const open = useOpenTest();
  const { wide } = useView();
  const passed = tests.filter((test) => test.ok).length;
  return (
    <section className={styles["column"]} aria-label="Cases as expected">
      <h2>Cases</h2>
      {tests.length === 0 ? (
        <NoTests ready={ready} />
      ) : (
        <>
          <output className={styles["figure"]}>
            <strong>
              {passed} of {tests.length}
            </strong>{" "}
            as expected
          </output>
          {outdated && <p className={styles["soft"]}>By the text before the problem.</p>}
          <Squares tests={tests} open={open} />
          <Acceptance tests={tests} />
          {wide === "tests" ? (
            <AllCases tests={tests} open={open} />
          ) : (
            <Failing tests={tests.filter((test) => !test.ok)} open={open} />
          )}
        </>
      )}
    </section>
  );
}

function NoTests({ ready }: { readonly ready: boolean }) {
  const show = useShow();
  if (!ready) return <p className={styles["soft"]}>Running the cases</p>;
  return (
    <>
      <p className={styles["soft"]}>
        No case says yet what it expects. Write expect under a request of a case, or say it of cases that are suggested.
      </p>
      <p className={styles["links"]}>
        <button type="button" onClick={() => show({ view: "suggestions" })}>
          Answer a suggested case
        </button>
      </p>
    </>
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
    if (example !== undefined) place.set(() => ({ path: test.path, start: example.nameSpan.start }));
  };
}
