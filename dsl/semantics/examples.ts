import { type Problem, problem, replace } from "../diagnostic/index.ts";
import type { Clause, DeclarationOf, Run } from "../syntax/index.ts";
import { anchors } from "./anchors.ts";
import { readDate } from "./calendar.ts";
import type { Use } from "./reading.ts";
import type { Environment, Named } from "./environment.ts";
import type { Example, ExampleEntry, ExampleExpectation, ExampleList } from "./model.ts";
import { nameKey, runText } from "./names.ts";
import { readStatedValue } from "./statedValue.ts";
import { readTableValue } from "./tableValue.ts";
import { exampleSlips } from "./exampleSlips.ts";
import { readExampleList } from "./exampleLists.ts";
import { reasonOf } from "./reasons.ts";
import { textOf } from "./remarks.ts";
import { closest } from "./suggest.ts";
import { type Anchor, evidenceKinds } from "./types.ts";

export interface ReadExample {
  readonly examples: readonly Example[];
  readonly uses: readonly Use[];
  readonly problems: readonly Problem[];
}

export const outcomeNames = [
  "criteria met",
  "criteria not met",
  "information needed",
  "modified",
  "excluded",
  "not addressed",
] as const;
export const answerNames = ["met", "not met", "not documented"] as const;

/** `example "..."`, its facts, one a line, and what is expected. */
export function readExample(
  declaration: DeclarationOf<"example">,
  environment: Environment,
  faulty: boolean,
): ReadExample {
  const problems: Problem[] = [];
  const uses: Use[] = [];
  const dates: Partial<Record<Anchor, string>> = {};
  const lists: ExampleList[] = [];
  const entries = declaration.body.flatMap((clause) => {
    if (clause.kind !== "entry") return [];
    const list = readExampleList(clause, environment);
    if (list) {
      lists.push(list.value);
      problems.push(...list.problems);
      uses.push(...list.uses);
      return [];
    }
    const anchor = anchors.find((name) => nameKey(name) === nameKey(runText(clause.name)));
    if (!anchor) return readEntry(clause, environment, problems, uses);
    dates[anchor] = readCaseDate(clause.value, problems);
    return [];
  });
  const expectations = declaration.body.flatMap((clause) =>
    clause.kind === "expect" ? readExpectation(clause, environment, problems, uses) : [],
  );
  problems.push(...exampleSlips(declaration, environment));
  if (!faulty && expectations.length === 0 && !declaration.body.some((clause) => clause.kind === "expect"))
    problems.push(withoutExpectation(declaration));
  const title = declaration.title?.text ?? "";
  const text = textOf(declaration.body);
  const filledIn = reasonOf(declaration, "filled in by engine because");
  const span = declaration.title?.span ?? declaration.span;
  return {
    examples: [{ title, dates, entries, lists, expectations, text, filledIn, span }],
    uses,
    problems,
  };
}

/** `request date: 2014-05-14`; a day that cannot be read is complained of and stands as written. */
function readCaseDate(value: Run, problems: Problem[]): string {
  const text = runText(value);
  const days = readDate(text);
  if (!days || days.first !== days.last)
    problems.push(
      problem("E0405", value.span, `\`${text}\` is not a full date.`, {
        hint: "Write year, month and day: `2014-05-14`.",
      }),
    );
  return text;
}

type Entry = Extract<Clause, { kind: "entry" | "expect" }>;

/** `oxygen saturation: 87 %`, `significant symptom change: yes, by opinion` */
function readEntry(clause: Entry, environment: Environment, problems: Problem[], uses: Use[]): readonly ExampleEntry[] {
  const key = nameKey(runText(clause.name));
  const named = environment.names.get(key);
  if (environment.faulty.has(key)) return [];
  if (named?.kind !== "fact") {
    if (!named && environment.incomplete) return [];
    problems.push(named ? notGiven(clause.name) : unknownFact(clause.name, environment));
    return [];
  }
  uses.push({ key, kind: "fact", span: clause.name.span });
  const { value, by } = splitBy(runText(clause.value));
  if (nameKey(value) === nameKey("not documented"))
    return [{ fact: key, value, parts: [], by, span: clause.value.span }];
  const read = readStatedValue(value, named.type, named.fact.orNone, clause.value.span);
  if ("problem" in read) problems.push(read.problem);
  return "problem" in read ? [] : [{ fact: key, value, parts: read.parts, by, span: clause.value.span }];
}

function splitBy(text: string): { readonly value: string; readonly by: string | null } {
  const match = /^(.*?),?\s+by\s+(?:an?\s+)?(.+)$/i.exec(text);
  const kind = evidenceKinds.find((name) => nameKey(name) === nameKey(match?.[2] ?? ""));
  return match && kind ? { value: match[1] ?? "", by: kind } : { value: text, by: null };
}

/** `failed strengthening: yes` */
function notGiven(name: Run): Problem {
  const written = runText(name);
  return problem("E0201", name.span, `\`${written}\` is defined by facts, so an example cannot give it a value.`, {
    hint: `Give values to the facts that it is defined by. What should come out of it reads \`expect ${written}: met\`.`,
  });
}

function unknownFact(name: Run, environment: Environment): Problem {
  const facts = [...environment.names.values()].filter((named) => named.kind === "fact").map((named) => named.name);
  const near = closest(runText(name), facts);
  return problem("E0201", name.span, `No fact is called \`${runText(name)}\`.`, {
    hint: near
      ? `Did you mean \`${near}\`?`
      : "An example gives values to the facts that the guideline declares with `fact`.",
    fixes: near ? [replace(`Write ${near}`, name.span, near)] : [],
  });
}

/** `expect imaging: criteria met`, `expect failed strengthening: not documented` */
function readExpectation(
  clause: Entry,
  environment: Environment,
  problems: Problem[],
  uses: Use[],
): readonly ExampleExpectation[] {
  const key = nameKey(runText(clause.name));
  const service = serviceOf(key, environment);
  const named = environment.names.get(key);
  if (environment.faulty.has(key)) return [];
  if (!service && !named && environment.incomplete) return [];
  if (!service && !named) {
    const near = closest(
      runText(clause.name),
      [...environment.names.values(), ...environment.services.values()].map(({ name }) => name),
    );
    problems.push(
      problem("E0201", clause.name.span, `No service, definition or fact is called \`${runText(clause.name)}\`.`, {
        hint: near
          ? `Did you mean \`${near}\`?`
          : "An example expects an outcome of a service, or an answer of a definition or a fact.",
        fixes: near ? [replace(`Write ${near}`, clause.name.span, near)] : [],
      }),
    );
    return [];
  }
  uses.push({
    key: service ?? key,
    kind: service !== null ? "service" : (named?.kind ?? "fact"),
    span: clause.name.span,
  });
  if (service === null && (named?.kind === "table" || named?.kind === "calculated"))
    return expectedValue(clause, named, problems);
  const answers: readonly string[] = service !== null ? outcomeNames : answerNames;
  const said = runText(clause.value);
  const answer = answers.find((name) => nameKey(name) === nameKey(said));
  if (answer) return [{ subject: key, kind: service !== null ? "service" : "criterion", answer, span: clause.span }];
  problems.push(notAnAnswer(runText(clause.name), clause.value, said, answers));
  return [];
}

/** `expect Wells: 4.5`, `expect body mass index: 31.5 kg/m2` */
function expectedValue(
  { name, value, span }: Entry,
  { key, type }: Named & { kind: "table" | "calculated" },
  problems: Problem[],
): readonly ExampleExpectation[] {
  const answer = runText(value);
  const read = readTableValue(answer, type, value.span);
  if ("value" in read) return [{ subject: key, kind: "value", answer, span }];
  const hint = `It is a value, \`no value\` or \`not documented\`; of numbers also \`from 3 to 6\`. ${read.problem.hint ?? ""}`;
  const wrong = problem("E0411", value.span, `\`${answer}\` is not what can be expected of \`${runText(name)}\`.`, {
    hint: hint.trim(),
    fixes: read.problem.fixes,
  });
  problems.push(wrong);
  return [];
}

/** The key of the service that is, or has an item, so called. */
function serviceOf(key: string, environment: Environment): string | null {
  if (environment.services.has(key)) return key;
  const owner = [...environment.services.values()].find((service) =>
    service.items.some((item) => nameKey(item) === key),
  );
  return owner?.key ?? null;
}

/** What a service comes to, and what a criterion is answered, in each other's words. */
const sameInOtherWords: ReadonlyMap<string, readonly string[]> = new Map([
  ["met", ["criteria met"]],
  ["yes", ["criteria met", "met"]],
  ["covered", ["criteria met", "met"]],
  ["not met", ["criteria not met"]],
  ["no", ["criteria not met", "not met"]],
  ["not covered", ["criteria not met", "not met"]],
  ["not documented", ["information needed"]],
  ["criteria met", ["met"]],
  ["criteria not met", ["not met"]],
  ["information needed", ["not documented"]],
]);

function notAnAnswer(subject: string, value: Run, said: string, answers: readonly string[]): Problem {
  const near = sameInOtherWords.get(nameKey(said))?.find((other) => answers.includes(other)) ?? closest(said, answers);
  return problem("E0411", value.span, `\`${said}\` is not what can be expected of \`${subject}\`.`, {
    hint: `${near ? `Did you mean \`${near}\`? ` : ""}It is one of ${answers.map((answer) => `\`${answer}\``).join(", ")}.`,
    fixes: near ? [replace(`Write ${near}`, value.span, near)] : [],
  });
}

function withoutExpectation(declaration: DeclarationOf<"example">): Problem {
  return problem("E0412", declaration.title?.span ?? declaration.span, "This example expects nothing.", {
    hint: "Say below it what should come out: `expect imaging: information needed`.",
  });
}
