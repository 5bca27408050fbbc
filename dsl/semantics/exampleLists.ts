import { type Problem, problem, replace } from "../diagnostic/index.ts";
import type { Clause, Run } from "../syntax/index.ts";
import type { Use } from "./reading.ts";
import type { Environment, ListShape } from "./environment.ts";
import type { ExampleList } from "./model.ts";
import { nameKey, runText } from "./names.ts";
import { readStatedValue } from "./statedValue.ts";
import { closest } from "./suggest.ts";

interface ReadList {
  readonly value: ExampleList;
  readonly uses: readonly Use[];
  readonly problems: readonly Problem[];
}

/** `oxygen test, complete:` and a bullet for each entry; `null` when the line is not about a list. */
export function readExampleList(
  clause: Extract<Clause, { kind: "entry" | "expect" }>,
  environment: Environment,
): ReadList | null {
  const [, name = "", complete] = /^(.*?)(,\s*complete)?$/i.exec(runText(clause.name)) ?? [];
  const named = environment.names.get(nameKey(name));
  if (named?.kind !== "list") return null;
  const problems: Problem[] = [];
  const entries = clause.body.flatMap((line) =>
    line.kind === "list entry" ? [readEntry(line, named.list, problems)] : [],
  );
  const uses: readonly Use[] = [{ key: named.key, kind: "list", span: clause.name.span }];
  return { value: { list: named.key, complete: complete !== undefined, entries }, uses, problems };
}

type Entry = ExampleList["entries"][number];

function readEntry({ fields }: Extract<Clause, { kind: "list entry" }>, list: ListShape, problems: Problem[]): Entry {
  return fields.flatMap(({ name, value }) => {
    const field = list.fields.find(({ key }) => key === nameKey(runText(name)));
    if (!field) {
      problems.push(unknownField(name, list));
      return [];
    }
    const read = readStatedValue(runText(value), field.type, field.fact.orNone, value.span);
    if ("problem" in read) problems.push(read.problem);
    return "problem" in read ? [] : [{ field: field.name, value: runText(value), span: value.span }];
  });
}

function unknownField(name: Run, list: ListShape): Problem {
  const names = list.fields.map((field) => field.name);
  const near = closest(runText(name), names);
  return problem("E0201", name.span, `\`${list.name}\` has no field \`${runText(name)}\`.`, {
    hint: near ? `Did you mean \`${near}\`?` : `Its entries have ${names.map((each) => `\`${each}\``).join(", ")}.`,
    fixes: near ? [replace(`Write ${near}`, name.span, near)] : [],
  });
}
