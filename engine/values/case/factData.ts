import type { CaseEntry, CaseFact, CaseList, Evidence, StatedValue, Statement } from "../case.ts";
import { notDocumented } from "./facts.ts";

/** A fact as it is written in a case file, in the shortest form that says it; `undefined` when there is nothing to say. */
export function factData({ statements, asked, remark }: Omit<CaseFact, "place" | "fact">): unknown {
  const silence = asked ? [{ [notDocumented]: remark }] : [];
  const [first, ...others] = statements.map(statementData);
  if (first === undefined) return asked && remark === null ? notDocumented : silence[0];
  if (others.length > 0 || asked) return [first, ...others, ...silence];
  return "evidence" in first ? first : first.value;
}

/** A repeated fact as it is written in a case file. */
export function listData({ complete, entries }: Pick<CaseList, "complete" | "entries">): unknown {
  return { complete: complete ? "yes" : "no", entries: entries.map(entryData) };
}

function entryData({ fields, evidence }: CaseEntry): unknown {
  const values = Object.fromEntries(fields.map(({ field, value }) => [field, valueData(value)]));
  const written = evidence === null ? {} : given(evidence);
  return Object.keys(written).length === 0 ? values : { ...values, evidence: written };
}

interface StatementData {
  readonly value: unknown;
  readonly evidence?: unknown;
}

function statementData({ value, evidence }: Statement): StatementData {
  const written = evidence === null ? {} : given(evidence);
  return Object.keys(written).length === 0
    ? { value: valueData(value) }
    : { value: valueData(value), evidence: written };
}

function valueData(value: StatedValue): unknown {
  switch (value.kind) {
    case "text":
      return value.text;
    case "born":
      return { born: value.date };
    case "interval":
      return given({ from: value.from, to: value.to });
    case "trial":
      return given({ response: value.response, lasted: value.duration, from: value.from, to: value.to });
  }
}

/** Evidence as it is written in a case file. */
export const evidenceData = (evidence: Evidence): Readonly<Record<string, string>> => given(evidence);

const evidenceOrder = ["document", "kind", "date", "author", "page", "quote"] as const;

/** What is said, without what is `null`; evidence in the order it is read in. */
function given(data: Evidence | Readonly<Record<string, string | null>>): Readonly<Record<string, string>> {
  const isOrdered = "quote" in data;
  const entries = isOrdered ? evidenceOrder.map((key) => [key, data[key] ?? null] as const) : Object.entries(data);
  return Object.fromEntries(entries.flatMap(([key, value]) => (value === null ? [] : [[key, value]])));
}
