import { type Fact, type FactType, nameKey, NONE, type Range } from "../../../dsl/index.ts";
import { type Comparison, quantityOf } from "../../ir/index.ts";
import type { Case } from "../case.ts";
import type { FactEvidence, Information, WeighedStatement } from "../information.ts";
import { between, intersects, normalise, one, onlyValue, type ValueSet } from "../valueSet.ts";
import { compareSites } from "./compareSites.ts";
import type { FactReading } from "./facts.ts";
import { different, same } from "./sameness.ts";
import { informationOf } from "./information.ts";

/**
 * Whether two facts are the same, as far as a case tells: certainly when both are known and equal, certainly not when no
 * value is possible for both, else open. Never decided by what is not documented.
 */
export function compare(
  comparison: Comparison,
  left: FactReading,
  right: FactReading,
  dates: Case["dates"],
): Information {
  const [first, second] = [left, right].map((reading) =>
    informationOf(quantityOf(reading.fact, "value"), reading, dates),
  );
  if (first === undefined || second === undefined) return { values: between(different, same), reason: "never asked" };
  const values = inCommon(comparison, first.values, second.values);
  const reason = onlyValue(values) === null ? (first.reason ?? second.reason ?? "imprecise") : null;
  return { values, reason };
}

function inCommon(comparison: Comparison, first: ValueSet, second: ValueSet): ValueSet {
  const { left, right, aspect } = comparison;
  if (left.type.kind === "body site" || right.type.kind === "body site")
    return compareSites(aspect, { type: left.type, values: first }, { type: right.type, values: second });
  const [a, b] = [first, translated(second, right.type, left.type)];
  const scaled = [scale(a, left.type, right.type), scale(b, right.type, left.type)] as const;
  const certain = onlyValue(scaled[0]);
  const equal = certain !== null && certain === onlyValue(scaled[1]);
  if (equal) return one(same);
  return intersects(...scaled) ? between(different, same) : one(different);
}

/** The values of a choice as those of another, by their names; values that the other has not lie beyond all of its own. */
function translated(values: ValueSet, type: FactType, to: FactType): ValueSet {
  if (type.kind !== "one of" || to.kind !== "one of") return values;
  const places = new Map(to.options.map((option, place) => [nameKey(option), place]));
  return normalise(
    type.options.flatMap((option, value) =>
      values.some(({ low, high }) => low <= value && value <= high)
        ? one(places.get(nameKey(option)) ?? to.options.length + value)
        : [],
    ),
  );
}

/** Numbers in steps of the finer of the two types. */
function scale(values: ValueSet, type: FactType, other: FactType): ValueSet {
  if (type.kind !== "number" || other.kind !== "number" || type.decimals >= other.decimals) return values;
  const factor = 10 ** (other.decimals - type.decimals);
  const moved = (end: number): number => (Math.abs(end) >= most ? end : end * factor);
  return values.map((range: Range) =>
    range.low === NONE ? range : { low: moved(range.low), high: moved(range.high) },
  );
}

/** Open ends stay where they are. */
const most = 9e15;

/** What the record gives on both, each statement with the fact that it is of. */
export function comparedEvidence(information: Information, left: FactReading, right: FactReading): FactEvidence {
  const both = [left, right];
  return {
    admitted: both.flatMap(({ fact, evidence }) => evidence.admitted.map((statement) => named(fact, statement))),
    demoted: both.flatMap(({ fact, evidence }) => evidence.demoted.map((statement) => named(fact, statement))),
    reason: information.reason,
    remark: left.evidence.remark ?? right.evidence.remark,
  };
}

function named({ name }: Fact, statement: WeighedStatement): WeighedStatement {
  const text = `${name} ${statement.text}`;
  return { ...statement, text, value: { kind: "text", text } };
}
