import { type Problem, problem } from "../diagnostic/index.ts";
import type { Span } from "../source/index.ts";
import type { Clause, DeclarationOf, Run } from "../syntax/index.ts";
import { anchors } from "./anchors.ts";
import type { Environment } from "./environment.ts";
import { nameKey, runText } from "./names.ts";

type Line = Extract<Clause, { kind: "entry" | "expect" }>;

/** What an example says in vain: a list, a date, a field or an expectation twice, a value of a list, entries of what is none. */
export function exampleSlips({ body }: DeclarationOf<"example">, environment: Environment): readonly Problem[] {
  const lines = body.filter((clause): clause is Line => clause.kind === "entry" || clause.kind === "expect");
  const entries = lines.filter(({ kind }) => kind === "entry");
  const lists = entries.filter((line) => isList(line, environment));
  return [
    ...twice([...lists, ...entries.filter(isDate)].map(({ name }) => name)),
    ...twice(lines.filter(({ kind }) => kind === "expect").map(({ name }) => name)),
    ...lists.flatMap(({ value }) => (value.words.length > 0 ? [valueOfList(value)] : [])),
    ...lines.flatMap((line) =>
      line.body.flatMap((inner) => (inner.kind === "list entry" ? twice(namesOf(inner)) : [])),
    ),
    ...entries.filter((line) => !isList(line, environment)).flatMap(entriesOfNoList(environment)),
  ];
}

/** `oxygen test, complete` without what follows the comma */
const subjectOf = (name: Run): string => nameKey(runText(name).replace(/,\s*complete$/i, ""));

const namesOf = ({ fields }: Extract<Clause, { kind: "list entry" }>): readonly Run[] => fields.map(({ name }) => name);

const isDate = ({ name }: Line): boolean => anchors.some((anchor) => nameKey(anchor) === subjectOf(name));

const isList = ({ name }: Line, { names }: Environment): boolean => names.get(subjectOf(name))?.kind === "list";

function twice(names: readonly Run[]): readonly Problem[] {
  const seen = new Set<string>();
  return names.flatMap((name) => (seen.size < seen.add(subjectOf(name)).size ? [] : [saidTwice(name)]));
}

function saidTwice(name: Run): Problem {
  return problem("E0311", name.span, `\`${runText(name)}\` stands twice here.`, { hint: "Keep one of them." });
}

function valueOfList({ span }: Run): Problem {
  return misplaced(span, "A list has entries and no value", "Write a bullet for each entry on the lines below it.");
}

const entriesOfNoList =
  ({ names, faulty, incomplete }: Environment) =>
  ({ name, body }: Line): readonly Problem[] => {
    const key = subjectOf(name);
    if (faulty.has(key) || (incomplete && !names.has(key))) return [];
    const entry = body.find(({ kind }) => kind === "list entry");
    const message = `\`${runText(name)}\` is no list, so it has no entries`;
    return entry ? [misplaced(entry.span, message, "Write its value after the colon.")] : [];
  };

function misplaced(span: Span, message: string, hint: string): Problem {
  return problem("E0310", span, `${message}.`, { hint });
}
