import type { Fact, FactType, Guideline, List } from "../../dsl/index.ts";
import { describeFact } from "../logic/index.ts";
import { domainOf } from "../values/index.ts";
import { neededEvidence, valuesInWords } from "../words/index.ts";
import { type Renames, type Sameness, isStricter } from "./matching/index.ts";

/** What became of a fact or a list. `redefined`: it is another thing to ask now, so that it is told apart from what it was. */
export interface FactChange {
  readonly kind: "added" | "removed" | "renamed" | "redefined";
  readonly fact: string;
  readonly sentence: string;
}

/** In the order of the present guideline; what is gone stands last. */
export function factChanges(of: Sameness, renames: Renames): readonly FactChange[] {
  const [before, now] = [of.before.guideline, of.now.guideline];
  const gone = [...before.facts, ...before.lists].filter(({ key }) => declaredAs(now, key) === null);
  return [
    ...[...renames].flatMap(([key, { name }]) => renamed(of.before.of.guideline, key, name)),
    ...now.facts.flatMap((fact) => factChange(before, fact)),
    ...now.lists.flatMap((list) => listChange(before, list)),
    ...gone.map(({ name }) => ({ kind: "removed" as const, fact: name, sentence: `\`${name}\` is no longer asked.` })),
  ];
}

function renamed(before: Guideline, key: string, name: string): readonly FactChange[] {
  const known = declaredAs(before, key);
  if (known === null) return [];
  return [{ kind: "renamed", fact: name, sentence: `\`${known.name}\` is now called \`${name}\`.` }];
}

function declaredAs({ facts, lists }: Guideline, key: string): Fact | List | null {
  return [...facts, ...lists].find((each) => each.key === key) ?? null;
}

const added = (name: string): FactChange => ({ kind: "added", fact: name, sentence: `\`${name}\` is asked now.` });

function factChange({ facts }: Guideline, fact: Fact): readonly FactChange[] {
  const before = facts.find(({ key }) => key === fact.key);
  if (before === undefined) return [added(fact.name)];
  if (JSON.stringify(describeFact(before)) === JSON.stringify(describeFact(fact))) return [];
  return [{ kind: "redefined", fact: fact.name, sentence: differences(before, fact).join(" ") }];
}

function differences(before: Fact, now: Fact): readonly string[] {
  const name = `\`${now.name}\``;
  const sentences = [
    ...(isSameType(before, now) ? [] : [`${name} is now ${typeInWords(now)}, before ${typeInWords(before)}.`]),
    ...needsInWords(name, before, now),
    ...(before.askedFor === now.askedFor ? [] : [askedInWords(name, now)]),
  ];
  return sentences.length > 0 ? sentences : [`${name} is another thing to ask now.`];
}

function isSameType(before: Fact, now: Fact): boolean {
  const asked = (fact: Fact): string => JSON.stringify(describeFact({ ...fact, needs: [], askedFor: null }));
  return asked(before) === asked(now);
}

function needsInWords(name: string, { needs: before }: Fact, { needs: now }: Fact): readonly string[] {
  if (isStricter(before, now) && isStricter(now, before)) return [];
  const wanted = `${name} now needs ${neededEvidence(now)}`;
  if (now.length === 0) return [`${name} no longer needs ${neededEvidence(before)}: any evidence will do.`];
  return [
    before.length === 0 ? `${wanted}; before any would do.` : `${wanted}; before it was ${neededEvidence(before)}.`,
  ];
}

function askedInWords(name: string, { askedFor }: Fact): string {
  return askedFor === null ? `${name} is now a fact of the record.` : `${name} is now asked with \`${askedFor}\`.`;
}

function typeInWords({ type, orNone }: Fact): string {
  return `${kindInWords(type)}${orNone ? " or none" : ""}`;
}

function kindInWords(type: FactType): string {
  switch (type.kind) {
    case "one of":
    case "scale":
      return `one of ${valuesInWords(domainOf(type, "value", false), { type, part: "value" })}`;
    case "number":
    case "calculated": {
      const unit = type.unit === null ? "" : ` in ${type.unit.word}`;
      return `a number${unit}, to ${type.decimals === 0 ? "1" : `0.${"0".repeat(type.decimals - 1)}1`}`;
    }
    case "age":
      return `an age at ${type.at}`;
    case "code":
      return `a code of ${type.system}`;
    default:
      return type.kind;
  }
}

function listChange({ lists }: Guideline, list: List): readonly FactChange[] {
  const before = lists.find(({ key }) => key === list.key);
  if (before === undefined) return [added(list.name)];
  const fields = list.fields.flatMap((field) => fieldChange(before, field));
  const gone = before.fields.filter(({ key }) => !list.fields.some((field) => field.key === key));
  const sentences = [
    ...fields,
    ...gone.map(({ name }) => `\`${name}\` of \`${list.name}\` is no longer asked.`),
    ...needsInWords(`\`${list.name}\``, asFact(before), asFact(list)),
    ...(before.countedOnce.toSorted().join() === list.countedOnce.toSorted().join() ? [] : [countedInWords(list)]),
  ];
  return sentences.length === 0 ? [] : [{ kind: "redefined", fact: list.name, sentence: sentences.join(" ") }];
}

function fieldChange({ fields }: List, field: Fact): readonly string[] {
  const before = fields.find(({ key }) => key === field.key);
  return before === undefined ? [`\`${field.name}\` is asked now.`] : differencesIfAny(before, field);
}

function differencesIfAny(before: Fact, now: Fact): readonly string[] {
  return JSON.stringify(describeFact(before)) === JSON.stringify(describeFact(now)) ? [] : differences(before, now);
}

/** What it asks of evidence. */
function asFact(list: List): Fact {
  const { name, key, needs, wording, citation, notes, span } = list;
  return {
    name,
    key,
    needs,
    wording,
    citation,
    notes,
    span,
    type: { kind: "whole number" },
    askedFor: null,
    orNone: false,
  };
}

function countedInWords({ name, countedOnce }: List): string {
  return countedOnce.length === 0
    ? `Each entry of \`${name}\` counts now.`
    : `Entries of \`${name}\` alike in ${countedOnce.join(" and ")} count once now.`;
}
