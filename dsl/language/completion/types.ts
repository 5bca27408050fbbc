import { anchors, type Environment, wordsText } from "../../semantics/index.ts";
import type { Completion, Proposal } from "./completion.ts";
import type { DeclarationKind, Line } from "../reading/index.ts";
import { afterComma, from, isSpaced, propose, type Typing } from "./typing.ts";
import { commonUnits } from "./units.ts";

/** After `fact hematocrit: `: the kinds of answer, and inside `number in` and `age at` what they take. */
export function typeCompletions(
  typing: Typing,
  { scales }: Environment,
  below: DeclarationKind,
  line: Line,
): readonly Completion[] {
  const known = line.segments[0]?.role === "keyword" ? (kindsOf[below] ?? null) : null;
  const texts = typing.words.map(({ text }) => text.toLowerCase());
  if (texts[0] === "list" && texts.includes(",")) return propose(afterComma(typing), [eachWith]);
  if (texts[0] === "body" && !texts.includes("in")) return propose(typing, forms);
  if (texts.includes(",")) return propose(afterComma(typing), tails(texts, below === "define"));
  if (texts[0] === "number" && texts[1] === "in" && (texts.length > 2 || isSpaced(typing)))
    return propose(from(typing, 2), commonUnits());
  const named = [...scales.values()].map(({ name, grades }) => type(name, `grades ${grades.join(", ")}`));
  const isList = ({ label }: Proposal): boolean => label.startsWith("list");
  const open = [...forms, ...named].filter(
    (form) => (below === "fact" && line.segments[0]?.role === "keyword") || !isList(form),
  );
  const fitting =
    known === null ? open : open.filter((form) => known.has(form.label) || (below === "table" && named.includes(form)));
  return propose(typing, fitting).filter(({ label }) => label !== wordsText(typing.words));
}

/** A calculated number is a number; a table gives a value, not a place or a date. */
const kindsOf: Readonly<Partial<Record<DeclarationKind, ReadonlySet<string>>>> = {
  define: new Set(["number in", "whole number"]),
  table: new Set(["yes or no", "one of", "number in", "whole number"]),
};

const type = (label: string, detail: string, insert = label): Proposal => ({ label, kind: "type", detail, insert });

const forms: readonly Proposal[] = [
  type("yes or no", "answered yes or no"),
  type("one of", "one of several values: `one of rest, exercise, sleep`", "one of "),
  type("number in", "an amount with its unit: `number in mmHg, to 0.1`", "number in "),
  type("whole number", "a count"),
  type("date", "a day; a month or year where less is known"),
  ...anchors.map((anchor) => type(`age at ${anchor}`, "completed years on that day")),
  type("body site in", "where, with a side and a level: `body site in lumbar spine, knee`", "body site in "),
  type("treatment trial", "how long it lasted and how it went"),
  {
    ...type("list, each with", "several of them, with fields below, one a line"),
    insert: "list, each with\n  ${1:date}: ${2:date}",
    snippet: true,
  },
  {
    ...type(
      "list of treatment trials, each with",
      "several treatments: how long each lasted and how it went, and fields below",
    ),
    insert: "list of treatment trials, each with\n  ${1:kind}: one of ${2:exercise, analgesics}",
    snippet: true,
  },
  type("ICD-10-CM code", "a diagnosis, such as M50.12"),
  type("CPT code", "a procedure, such as 72141"),
  type("HCPCS code", "a supply or service, such as E1390"),
  type("SNOMED CT code", "a clinical concept"),
  type("LOINC code", "a laboratory test or observation"),
];

const eachWith = type("each with", "then the fields below, one a line");

/** `to 0.1` after a number, `or none` after anything but a free list of values. */
function tails(texts: readonly string[], calculated: boolean): readonly Proposal[] {
  const none = type("or none", "the record may say that there is none");
  if (texts[0] === "one") return [none];
  if (calculated) return [type("to 0.1", "compared to one digit after the point"), type("to 0.01", "to two digits")];
  if (texts[0] !== "number") return [none];
  return [type("to 0.1", "recorded to one digit after the point"), type("to 0.01", "to two digits"), none];
}
