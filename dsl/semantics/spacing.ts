import { cover, type Span } from "../source/index.ts";
import type { Word } from "../syntax/index.ts";
import { anchors } from "./anchors.ts";
import type { Beginning, Environment } from "./environment.ts";
import type { Bound } from "./model.ts";
import { nameKey, wordsText } from "./names.ts";
import { operators } from "./operators.ts";
import { match } from "./patterns.ts";
import type { Reading } from "./reading.ts";

/** Which bound each operator of one amount sets. */
const boundOf: Readonly<Record<string, Bound>> = {
  "at least": "at least",
  "more than": "more than",
  "at most": "at most",
  "less than": "less than",
};

/** A length that a schedule gives, where a length of time could stand. */
export interface ScheduledLength {
  readonly table: string;
  readonly bound: Bound;
  readonly count: "days" | "half months";
  readonly span: Span;
}

/** `at least the screening interval`: every reading of the words as a bound and the name of a schedule. */
export function scheduledLengths(words: readonly Word[], environment: Environment): readonly ScheduledLength[] {
  return operators
    .filter(({ takes, id }) => takes === "ordered" && boundOf[id] !== undefined)
    .flatMap(({ id, patterns }) =>
      patterns
        .filter((pattern) => pattern.endsWith(" {a}"))
        .flatMap((pattern) => match(pattern, words))
        .flatMap(([name = []]) => scheduleCalled(name, environment))
        .map((schedule) => ({ ...schedule, bound: boundOf[id] ?? "at least" })),
    );
}

function scheduleCalled(words: readonly Word[], { names }: Environment): readonly Omit<ScheduledLength, "bound">[] {
  const said = /^the$/i.test(words[0]?.text ?? "") ? words.slice(1) : words;
  const named = names.get(nameKey(wordsText(said)));
  if (named?.kind !== "table" || named.form !== "schedule" || named.type.kind !== "number") return [];
  const count = named.type.unit?.ucum === "mo" ? "half months" : "days";
  return [{ table: named.key, count, span: said.map((word) => word.span).reduce(cover) }];
}

/** How a date may stand to an anchor by the length of a schedule. */
const relations: readonly { readonly lead: string; readonly side: "before" | "after"; readonly bound: Bound }[] = [
  { lead: "at least {a}", side: "before", bound: "at least" },
  { lead: "at least {a}", side: "after", bound: "at least" },
  { lead: "within {a}", side: "before", bound: "at most" },
  { lead: "within {a}", side: "after", bound: "at most" },
];

/** `last colonoscopy date at least the screening interval before request date` */
export function scheduledDateReadings(
  { named, nameSpan, rest }: Beginning,
  environment: Environment,
): readonly Reading[] {
  if (named.kind !== "fact" || named.type.kind !== "date") return [];
  const words = /^(is|was)$/i.test(rest[0]?.text ?? "") ? rest.slice(1) : rest;
  return anchors.flatMap((anchor) =>
    relations.flatMap(({ lead, side, bound }) =>
      [`${lead} ${side} ${anchor}`, `${lead} ${side} the ${anchor}`].flatMap((pattern) =>
        match(pattern, words).flatMap(([name = []]) =>
          scheduleCalled(name, environment).map(
            ({ table, span }): Reading => ({
              named,
              nameSpan,
              operator: pattern.replace(" the ", " "),
              meaning: {
                kind: "interval test",
                table,
                bound,
                time: { kind: "from anchor", fact: named.key, anchor, side },
              },
              problems: [],
              others: [{ key: table, kind: "table", span }],
            }),
          ),
        ),
      ),
    ),
  );
}
