import {
  declaredAs,
  answerNames,
  type Environment,
  evidenceKinds,
  nameKey,
  outcomeNames,
  wordsText,
} from "../../semantics/index.ts";
import type { Word } from "../../syntax/index.ts";
import { describeType } from "../describe/index.ts";
import type { Completion, Proposal } from "./completion.ts";
import { afterComma, isSpaced, propose, type Typing } from "./typing.ts";
import { enteredValues, unitsAfterNumber } from "./values.ts";

/** Every fact, ready for its value. */
export function factEntries({ names }: Environment): readonly Proposal[] {
  return [...names.values()].flatMap((named) =>
    named.kind === "fact"
      ? [{ label: named.name, kind: "fact", detail: describeType(named.type), insert: `${named.name}: ` } as const]
      : [],
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

/** `expect imaging: criteria met`, `expect failed strengthening: not documented` */
export function answers(typing: Typing, expected: readonly Word[], environment: Environment): readonly Completion[] {
  const key = nameKey(wordsText(expected));
  const names: readonly string[] = environment.names.has(key) ? answerNames : outcomeNames;
  return propose(
    typing,
    names.map((label) => ({ label, kind: "value" })),
  );
}

/** `strengthening program: failed after 6 weeks, by patient report` */
export function entryValues(typing: Typing, entered: readonly Word[], environment: Environment): readonly Completion[] {
  const named = environment.names.get(nameKey(wordsText(entered)));
  if (named?.kind !== "fact") return [];
  const values = propose(typing, enteredValues(named.type, named.fact.orNone));
  return [...values, ...unitsAfterNumber(typing, named.type), ...evidence(typing)];
}

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
