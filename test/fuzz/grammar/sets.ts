import * as fc from "fast-check";
import { goodGuidelines } from "./guidelines.ts";

export interface WrittenFile {
  readonly path: string;
  readonly text: string;
}

export const manifest: WrittenFile = { path: "set.yaml", text: "schema: precept/set/1\nname: fuzz\ntitle: Fuzz\n" };

/** What an overlay may do to the guideline of the grammar. */
const changes = [
  'imaging if local need\n  changed because "the state asks for less"',
  "imaging if local need\n  cite page 2",
  "imaging excluded if NOT local need\n  cite page 3",
  'define spare\n  taken away because "not known here"',
  'service imaging\n  MRI  CPT 72141\n  asked for\n    use: one of sleep, exertion\n    types of unit: whole number\n  changed because "no CT here"',
  'fact local age: age at service date\n\nimaging only if local age at least 18 years\n  note "adults"',
] as const;

const overlay = fc.subarray([...changes], { minLength: 1 }).map((drawn) => ({
  path: "overlay.guideline",
  text: [
    'guideline "Changed here"\n  changes "Generated"\n  source "A bulletin", page 4',
    "fact local need: yes or no",
    ...drawn,
  ]
    .join("\n\n")
    .concat("\n"),
}));

const users = [
  'guideline "Uses all"\n  use "Generated"\n  source "Another chapter", page 3',
  'guideline "Uses one"\n  use injection, spare from "Generated"\n  source "Another chapter", page 3',
] as const;

const user = fc.constantFrom(...users).map((head) => ({
  path: "user.guideline",
  text: `${head}\n\nservice referral\n  referral  CPT 99242\n\nreferral if any injection where its relief at least 50 %\n`,
}));

/** What an overlay counts on in the guideline of the grammar. */
const spare = "\ndefine spare\n  as any injection\n\nimaging if any injection\n";

/** A set of guidelines that rest on each other. */
export const goodSets: fc.Arbitrary<readonly WrittenFile[]> = fc
  .tuple(goodGuidelines, overlay, user)
  .map(([text, ...others]) => [manifest, { path: "base.guideline", text: text + spare }, ...others]);
