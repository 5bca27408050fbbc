import type { Way } from "../../engine/determine/index.ts";
import { sentenceCase } from "../theme/index.ts";
import styles from "./why.module.css";

/** The smallest additions to the record that would settle the outcome, by what it would become. */
export function WhatWouldChangeIt({ ways }: { readonly ways: readonly Way[] }) {
  if (ways.length === 0) return null;
  const outcomes = [...new Set(ways.map(({ towards }) => towards))];
  return (
    <section className={styles["change"]} aria-label="What would change it">
      <h3>What would change it</h3>
      {outcomes.map((outcome) => (
        <div key={outcome}>
          {outcomes.length === 1 ? null : (
            <p className={styles["towards"]}>{sentenceCase(outcome)}, if the record held</p>
          )}
          <ul>
            {ways
              .filter(({ towards }) => towards === outcome)
              .map((way, index) => (
                <li key={JSON.stringify(way.steps)}>
                  {index === 0 ? "" : "or "}
                  <Steps way={way} />
                </li>
              ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

function Steps({ way }: { readonly way: Way }) {
  return way.steps.map((step, index) => (
    <span key={`${step.fact} ${step.needed}`}>
      {index === 0 ? "" : " and "}
      {step.text}
    </span>
  ));
}
