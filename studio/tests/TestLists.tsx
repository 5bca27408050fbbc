import { OutcomeWord, Sign } from "../theme/index.ts";
import type { TestedCase } from "../worker/index.ts";
import styles from "./consequence.module.css";
import { FilledIn } from "./FilledIn.tsx";

export type Open = (test: TestedCase) => void;

/** A picture of all cases at once. A click opens one; the lists beside and left of it do the same from the keyboard. */
export function Squares({ tests, open }: { readonly tests: readonly TestedCase[]; readonly open: Open }) {
  const passed = tests.filter((test) => test.ok).length;
  return (
    <div
      className={styles["squares"]}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a picture made of elements, not an image file
      role="img"
      aria-label={`${passed} filled squares, ${tests.length - passed} red diamonds`}
    >
      {tests.map((test) => (
        // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions -- a shortcut for the pointer; the case list is its equal for the keyboard
        <span key={test.id} data-ok={test.ok} title={label(test)} onClick={() => open(test)} />
      ))}
    </div>
  );
}

function label(test: TestedCase): string {
  const kind = test.kind === "case" ? "Case" : "Example";
  return test.ok ? `${kind} “${test.title}”: as expected` : `${kind} “${test.title}”: not as expected`;
}

export function Failing({ tests, open }: { readonly tests: readonly TestedCase[]; readonly open: Open }) {
  if (tests.length === 0) return null;
  return (
    <ul className={styles["list"]} aria-label="Not as expected">
      {tests.map((test) => (
        <li key={test.id}>
          <button type="button" onClick={() => open(test)}>
            <span className={styles["name"]}>{test.title}</span>
            {test.differences.map((difference) => (
              <span key={`${difference.of} ${difference.expected}`}>
                {difference.of}: <span className={styles["soft"]}>expected</span>{" "}
                <OutcomeWord words={difference.expected} />, <span className={styles["soft"]}>comes out</span>{" "}
                <strong>
                  <OutcomeWord words={difference.actual} />
                </strong>
              </span>
            ))}
          </button>
        </li>
      ))}
    </ul>
  );
}

/** On the whole screen: every case and example, expected against actual. */
export function AllCases({ tests, open }: { readonly tests: readonly TestedCase[]; readonly open: Open }) {
  return (
    <table className={styles["all"]}>
      <thead>
        <tr>
          <th scope="col">Case or example</th>
          <th scope="col">Expected</th>
          <th scope="col">Comes out</th>
        </tr>
      </thead>
      <tbody>
        {tests.map((test) => (
          <tr key={test.id}>
            <th scope="row">
              <button type="button" onClick={() => open(test)}>
                <Sign tone={test.ok ? "met" : "not-met"} />
                <span>
                  {test.title} <span className={styles["soft"]}>{test.ok ? "as expected" : "not as expected"}</span>
                </span>
              </button>
              <FilledIn test={test} />
            </th>
            <td>
              <OutcomeWord words={test.expected} />
            </td>
            <td>
              <OutcomeWord words={test.actual} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
