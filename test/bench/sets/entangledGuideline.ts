/** A guideline of so many criteria of some twelve comparisons each, which share sixty facts, with a service for each. */
export function entangledGuideline(criteria: number): string {
  const next = numbers(7);
  const facts = Array.from(
    { length: 60 },
    (_, at) => `fact sign ${at}: ${at % 3 === 0 ? "whole number" : "yes or no"}`,
  );
  const test = (): string => {
    const at = next(60);
    if (at % 3 === 0) return `sign ${at} at least ${1 + next(4)}`;
    return next(3) === 0 ? `(NOT sign ${at})` : `sign ${at}`;
  };
  const group = (word: string, size: number): string => Array.from({ length: size }, test).join(` ${word} `);
  const rules = Array.from({ length: criteria }, (_, at) => {
    const bullets = Array.from({ length: 4 }, () => `    - ${group("OR", 3)}`);
    return `define rule ${at}\n  as ${next(2) === 0 ? "all" : "any"} of\n${bullets.join("\n")}\n`;
  });
  const services = Array.from(
    { length: criteria },
    (_, at) => `service care ${at}\n  item ${at}    CPT ${10_000 + at}\n\ncare ${at} if rule ${at}\n`,
  );
  return [`guideline "Many criteria"\n  source "A Handbook", page 1\n`, facts.join("\n"), ...rules, ...services].join(
    "\n",
  );
}

/** Whole numbers below a bound, the same in every run. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}
