import type { Way } from "../../engine/determine/index.ts";
import { OutcomeWord } from "../theme/index.ts";
import styles from "./why.module.css";

/** The smallest additions to the record that would settle the outcome; the shortest way's outcome open, the others folded. */
export function WhatWouldChangeIt({ ways }: { readonly ways: readonly Way[] }) {
  const [first, ...others] = [...new Set(ways.map(({ towards }) => towards))];
  if (first === undefined) return null;
  const towards = (outcome: string) => ways.filter((way) => way.towards === outcome);
  return (
    <section className={styles["change"]} aria-label="What would change it">
      <h3>What would change it</h3>
      {others.length === 0 ? null : (
        <p className={styles["towards"]}>
          To <OutcomeWord words={first} />
        </p>
      )}
      <Ways ways={towards(first)} />
      {others.map((outcome) => (
        <details key={outcome}>
          <summary>
            To <OutcomeWord words={outcome} />, {waysWords(towards(outcome).length)}
          </summary>
          <Ways ways={towards(outcome)} />
        </details>
      ))}
    </section>
  );
}

function waysWords(count: number): string {
  return count === 1 ? "one way" : `${count} ways`;
}

function Ways({ ways }: { readonly ways: readonly Way[] }) {
  return (
    <ul>
      {ways.map((way, index) => (
        <li key={JSON.stringify(way.steps)}>
          {index === 0 ? "" : "or "}
          <Steps way={way} />
        </li>
      ))}
    </ul>
  );
}

/** One step in a line; several below each other, all of them needed. */
function Steps({ way }: { readonly way: Way }) {
  const [only, ...more] = way.steps;
  if (more.length === 0) return only?.text;
  return (
    <>
      all of
      <ul>
        {way.steps.map((step) => (
          <li key={step.text}>{step.text}</li>
        ))}
      </ul>
    </>
  );
}
