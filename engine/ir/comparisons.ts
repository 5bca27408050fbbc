import type { Aspect, Fact, Need, SameTest } from "../../dsl/index.ts";

/** Two facts held against each other, as a fact of its own: 0 for other values, 1 for the same. */
export interface Comparison {
  readonly fact: Fact;
  readonly left: Fact;
  readonly right: Fact;
  /** Inside `where`: the right is a fact of the case, the left a field of the entry. */
  readonly ofCase: boolean;
  readonly aspect: Aspect;
}

export function comparisonOf({ aspect, ofCase }: SameTest, left: Fact, right: Fact): Comparison {
  const other = right.name.replace(/^(?!(?:an?|the|any|its|no)\b)/iu, "the ");
  const fact: Fact = {
    name: left.name,
    key: `${left.key} · ${joints[aspect]} · ${ofCase ? "case " : ""}${right.key}`,
    type: { kind: "one of", options: [`${unlike[aspect]} ${other}`, `${alike[aspect]} ${other}`] },
    askedFor: null,
    orNone: false,
    needs: sharedNeeds(left, right),
    wording: null,
    citation: null,
    notes: [],
    span: left.span,
  };
  return { fact, left, right, ofCase, aspect };
}

const joints: Readonly<Record<Aspect, string>> = {
  value: "same as",
  region: "region of",
  side: "side of",
  level: "level of",
};

const alike: Readonly<Record<Aspect, string>> = {
  value: "the same as",
  region: "in the same region as",
  side: "on the same side as",
  level: "at the same level as",
};

const unlike: Readonly<Record<Aspect, string>> = {
  value: "not the same as",
  region: "in another region than",
  side: "on another side than",
  level: "at another level than",
};

/** What both need: a lack of what only one needs would overstate what the comparison lacks. */
function sharedNeeds(left: Fact, right: Fact): readonly Need[] {
  return left.needs.filter((need) => right.needs.some((other) => other.text === need.text));
}

/** Everything that evidence of either must be. */
export function neededOfEither({ left, right }: Comparison): readonly Need[] {
  return [...new Map([...left.needs, ...right.needs].map((need) => [need.text, need])).values()];
}
