import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { Change, ChangedExpectation, Plan } from "../../../api/index.ts";
import { OutcomeWord, Sign, withKeys } from "../../../theme/index.ts";
import { useAcknowledging } from "../changes/index.ts";
import { acknowledgedBy, openKeys } from "../moves.ts";
import styles from "./cases.module.css";

interface CasesPartProps {
  readonly change: Change;
  readonly plan: Plan;
}

/** What is expected otherwise than before, and whether every case comes out as expected. */
export function CasesPart({ change, plan }: CasesPartProps) {
  return (
    <div className={styles["cases"]}>
      <Expectations change={change} expectations={plan.tests.expectations} />
      <Tested set={change.set} of={plan.tests} />
    </div>
  );
}

interface ExpectationsProps {
  readonly change: Change;
  readonly expectations: readonly ChangedExpectation[];
}

function Expectations({ change, expectations }: ExpectationsProps) {
  const { acknowledgeKeys, busy, problem } = useAcknowledging(change);
  const done = acknowledgedBy(change);
  const open = openKeys(change, expectations);
  const may = change.may.includes("acknowledge");
  if (expectations.length === 0) return <p className={styles["soft"]}>No case expects another result than before.</p>;
  return (
    <section aria-label="Expected results that changed">
      <h2>Expected results that changed</h2>
      {problem === null ? null : <p role="alert">{problem}</p>}
      <ul className={styles["expectations"]}>
        {expectations.map((one) => (
          <li key={one.key}>
            <Expectation of={one} set={change.set} />
            {done.has(one.key) ? (
              <p className={styles["soft"]}>Acknowledged by {done.get(one.key)}.</p>
            ) : may ? (
              <Button variant="default" size="compact-sm" loading={busy} onClick={() => acknowledgeKeys([one.key])}>
                I have looked at this
              </Button>
            ) : (
              <p className={styles["soft"]}>to acknowledge</p>
            )}
          </li>
        ))}
      </ul>
      {may && open.length > 1 ? (
        <Button variant="default" size="compact-sm" loading={busy} onClick={() => acknowledgeKeys(open)}>
          Acknowledge all {open.length}
        </Button>
      ) : null}
    </section>
  );
}

function Expectation({ of, set }: { readonly of: ChangedExpectation; readonly set: string }) {
  return (
    <div>
      <h3>
        <TestLink set={set} path={of.path} title={of.title} />
        <span className={styles["soft"]}>{of.service}</span>
      </h3>
      <p className={styles["move"]}>
        <OutcomeWord words={of.before ?? "nothing expected"} /> <span aria-label="to">→</span>{" "}
        <strong>
          <OutcomeWord words={of.now ?? "nothing expected"} />
        </strong>
      </p>
      <p className={styles["soft"]}>
        {of.filledInByEngine ? "Filled in by the engine, it proves nothing yet: " : "Source: "}
        {of.source === null ? "none is named" : `“${of.source}”`}
      </p>
    </div>
  );
}

function TestLink(props: { readonly set: string; readonly path: string; readonly title: string }) {
  const { set, path, title } = props;
  const search = path.endsWith(".guideline") ? { set, file: path } : { set, case: path };
  return (
    <Link to="/" search={search}>
      {title}
    </Link>
  );
}

function Tested({ set, of }: { readonly set: string; readonly of: Plan["tests"] }) {
  const bad = of.cases.filter(({ status }) => status !== "passed");
  return (
    <section aria-label="Cases as expected">
      <h2>Cases and examples</h2>
      <p className={styles["figure"]}>
        <strong>
          {of.passed} of {of.passed + of.failed + of.withoutExpectation}
        </strong>{" "}
        come out as expected
      </p>
      {bad.length === 0 ? null : (
        <table>
          <thead>
            <tr>
              <th scope="col">Case or example</th>
              <th scope="col">Expected</th>
              <th scope="col">Comes out</th>
            </tr>
          </thead>
          <tbody>
            {withKeys(bad, ({ path, title }) => `${path} ${title}`).map(({ key, item }) => (
              <tr key={key}>
                <th scope="row">
                  <Sign tone={item.status === "failed" ? "not-met" : "not-addressed"} />{" "}
                  <TestLink set={set} path={item.path} title={item.title} />
                </th>
                <td>
                  <OutcomeWord words={item.expected} />
                </td>
                <td>
                  <OutcomeWord words={item.actual} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
