import {
  declaredAs,
  answerNames,
  type Environment,
  evidenceKinds,
  type FactType,
  type ListShape,
  type Named,
  nameKey,
  outcomeNames,
  trialResponses,
  wordsText,
} from "../../semantics/index.ts";
import type { Word } from "../../syntax/index.ts";
import { describeType } from "../describe/index.ts";
import type { Completion, Proposal } from "./completion.ts";
import { afterComma, isSpaced, propose, type Typing } from "./typing.ts";
import { listedCodes } from "./tests.ts";
import { enteredValues, unitsAfterNumber } from "./values.ts";

/** Every fact, ready for its value. */
export function factEntries({ names }: Environment): readonly Proposal[] {
  return [...names.values()].flatMap((named): readonly Proposal[] => {
    if (named.kind === "fact")
      return [{ label: named.name, kind: "fact", detail: describeType(named.type), insert: `${named.name}: ` }];
    const insert = `${named.name}, complete:\n  - `;
    return named.kind === "list" ? [{ label: named.name, kind: "fact", detail: "list", insert }] : [];
  });
}

/** `date: `, `relief: `: the fields of an entry that are not yet given. */
export function fieldEntries(
  typing: Typing,
  list: ListShape | null,
  given: ReadonlySet<string>,
): readonly Completion[] {
  const open = list?.fields.filter(({ key }) => !given.has(key)) ?? [];
  return propose(
    typing,
    open.map(({ name, type }) => ({ label: name, kind: "fact", detail: describeType(type), insert: `${name}: ` })),
  );
}

/** `expect ...`: services, what they consist of, criteria and facts. */
export function expectable({ names, services }: Environment): readonly Proposal[] {
  return [
    ...[...services.values()].flatMap(({ name, items }) => [
      subject(name, "service", "an outcome"),
      ...items.map((item) => subject(item, "service", `an outcome, as of ${name}`)),
    ]),
    ...[...names.values()].map((named) => subject(named.name, declaredAs(named), "an answer")),
  ];
}

const subject = (name: string, kind: Proposal["kind"], detail: string): Proposal => ({
  label: name,
  kind,
  detail,
  insert: `${name}: `,
});

/** `expect imaging: criteria met`, `expect failed strengthening: not documented`, `expect Wells: 4.5` */
export function answers(typing: Typing, expected: readonly Word[], environment: Environment): readonly Completion[] {
  const named = environment.names.get(nameKey(wordsText(expected)));
  if (named?.kind === "table" || named?.kind === "calculated") return comesTo(typing, named.type);
  return propose(typing, (named ? answerNames : outcomeNames).map(value));
}

/** What a score, a table or a calculated number may come to. */
function comesTo(typing: Typing, type: FactType): readonly Completion[] {
  const range: Proposal = { label: "from … to …", kind: "value", insert: "from ${1:3} to ${2:6}", snippet: true };
  const ranged = type.kind === "one of" || type.kind === "yes or no" || type.kind === "scale" ? [] : [range];
  const values = enteredValues(type, false).filter(({ label }) => label !== "not documented");
  const own = propose(typing, [...values, ...ranged, value("no value"), value("not documented")]);
  return [...own, ...unitsAfterNumber(typing, type)];
}

const value = (label: string): Proposal => ({ label, kind: "value" });

/** `strengthening program: failed after 6 weeks, by patient report` */
export function entryValues(typing: Typing, named: Named | undefined, environment: Environment): readonly Completion[] {
  if (named?.kind !== "fact") return [];
  const codes = named.type.kind === "code" ? listedCodes(named.type.system, environment).filter(isOneCode) : [];
  const values = propose(typing, [...codes.map(value), ...enteredValues(named.type, named.fact.orNone)]);
  const course = named.type.kind === "treatment trial" ? lasting(typing) : [];
  return [...values, ...course, ...unitsAfterNumber(typing, named.type), ...evidence(typing)];
}

/** A range or a beginning stands for many. */
const isOneCode = (text: string): boolean => !/\*|\sto\s/.test(text);

/** `failed after 6 weeks, until 2024-03`, `failed from 2024-01-01 to 2024-02-12` */
function lasting(typing: Typing): readonly Completion[] {
  const whole = typing.words.some(({ text }) => trialResponses.some((each) => each.split(" ").includes(text)));
  const own = typing.words.some(({ text }) => text === ",") ? afterComma(typing) : { ...typing, words: [] };
  return whole && isSpaced(typing) && own.words.length < 2 ? propose(own, stretches) : [];
}

const stretches: readonly Proposal[] = [
  { label: "from … to …", kind: "value", insert: "from ${1:2024-01-01} to ${2:2024-02-12}", snippet: true },
  { label: "until …", kind: "value", insert: "until ${1:2024-02-12}", snippet: true },
];

function evidence(typing: Typing): readonly Completion[] {
  if (typing.words.length === 0 || !isSpaced(typing)) {
    const last = afterComma(typing);
    return last.words[0]?.text.toLowerCase() === "by" ? propose(last, byKind) : [];
  }
  return propose({ words: afterBy(typing), offset: typing.offset }, byKind);
}

function afterBy({ words }: Typing): readonly Word[] {
  const at = words.findLastIndex(({ text }) => text.toLowerCase() === "by");
  return at < 0 ? [] : words.slice(at);
}

const byKind: readonly Proposal[] = evidenceKinds.map((kind) => ({
  label: `by ${kind}`,
  kind: "value",
  detail: "what backs it in the record",
}));
