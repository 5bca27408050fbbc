import { type Problem, problem, replace } from "../diagnostic/index.ts";
import type { ClauseOf, DeclarationOf, Run } from "../syntax/index.ts";
import type { CriterionReader } from "./criteria.ts";
import type { Environment } from "./environment.ts";
import type { Policy, Row, Table } from "./model.ts";
import { nameKey, runText, wordsText } from "./names.ts";
import { readValue } from "./readValue.ts";
import { textOf } from "./remarks.ts";
import { closest } from "./suggest.ts";
import { isOrdered } from "./tableType.ts";
import { isOtherwise, rowsOf, tableClauses, valueWords } from "./tableRows.ts";
import type { FactType } from "./types.ts";

type TableDeclaration = DeclarationOf<"table">;

export const policies = [
  "first that applies",
  "only one applies",
  "highest that applies",
  "lowest that applies",
] as const satisfies readonly Policy[];

/** `score Wells`, `table appropriateness: whole number` or `schedule screening interval`, and its rows. */
export function readTable(
  declaration: TableDeclaration,
  reader: CriterionReader,
  environment: Environment,
  faulty: boolean,
): { readonly tables: readonly Table[]; readonly problems: readonly Problem[] } {
  const key = nameKey(runText(declaration.name));
  const named = environment.names.get(key);
  const problems: Problem[] = [];
  if (named?.kind !== "table") return { tables: [], problems };
  const policy = readPolicy(declaration, named.type, problems);
  const rows = rowsOf(declaration);
  if (rows.length === 0 && !faulty) problems.push(withoutRows(declaration));
  const read = rows.filter((row) => !isOtherwise(row)).map((row) => readRow(row, named.type, reader, problems));
  const otherwise = readOtherwise(declaration, rows, named.type, problems);
  const complete = read.filter((row) => row !== null);
  const { form, name } = declaration;
  return {
    problems,
    tables: [
      {
        form,
        name: runText(name),
        key,
        type: named.type,
        policy,
        rows: complete,
        otherwise,
        ...textOf(tableClauses(declaration)),
        span: name.span,
      },
    ],
  };
}

/** A table of one row needs none: nothing else could apply. */
function readPolicy(declaration: TableDeclaration, type: FactType, problems: Problem[]): Policy {
  const lines = declaration.body.flatMap((clause) => {
    if (clause.kind === "line") return [clause.run];
    return clause.kind === "entry" && clause.value.words.length === 0 ? [clause.name] : [];
  });
  const said = lines.filter((run) => !isPasted(run));
  if (declaration.form === "score") {
    problems.push(...said.map(policyOfScore), ...lines.filter(isPasted).map(pasted));
    return "points added up";
  }
  problems.push(...lines.filter(isPasted).map(pasted));
  const [line, ...others] = said;
  problems.push(...others.map((run) => unknownPolicy(run, null)));
  const chosen = line && policies.find((policy) => nameKey(policy) === nameKey(runText(line)));
  if (line && !chosen) problems.push(unknownPolicy(line, closest(runText(line), policies)));
  if (!line && rowsOf(declaration).filter((row) => !isOtherwise(row)).length > 1)
    problems.push(withoutPolicy(declaration));
  const ranked = chosen === "highest that applies" || chosen === "lowest that applies";
  if (line && ranked && !isOrdered(type)) problems.push(withoutOrder(line, chosen));
  return chosen ?? "first that applies";
}

/** A row copied from a document laid out in columns. */
const isPasted = ({ words }: Run): boolean => words.some(({ text }) => text.startsWith("|") || text.endsWith("|"));

function readRow(row: ClauseOf<"row">, type: FactType, reader: CriterionReader, problems: Problem[]): Row | null {
  if (!row.criterion) {
    problems.push(withoutIf(row, type));
    return null;
  }
  const criterion = reader.readQualified(row.criterion, row.body);
  const value = readRowValue(row, type, problems);
  if (!criterion || value === null) return null;
  return { value, criterion, ...textOf(row.body), span: row.span };
}

function readRowValue(row: ClauseOf<"row">, type: FactType, problems: Problem[]): number | null {
  const words = valueWords(row);
  const text = wordsText(words).replace(/^\+/, "");
  if (text === "") {
    problems.push(withoutValue(row));
    return null;
  }
  const read = readValue(text, type, false, row.value.span);
  if ("problem" in read) {
    problems.push(read.problem);
    return null;
  }
  return read.parts[0]?.ranges[0]?.low ?? null;
}

function readOtherwise(
  { form }: TableDeclaration,
  rows: readonly ClauseOf<"row">[],
  type: FactType,
  problems: Problem[],
): number | null {
  const last = rows.at(-1);
  for (const row of rows)
    if (isOtherwise(row) && (form === "score" || row !== last)) problems.push(otherwiseMisplaced(row, form));
  return last && isOtherwise(last) && form !== "score" ? readRowValue(last, type, problems) : null;
}

function policyOfScore(run: Run): Problem {
  return problem("E0360", run.span, `\`${runText(run)}\` has no meaning in a score.`, {
    hint: "A score adds up the points of every row that applies. A value chosen by the rows is a `table`.",
    fixes: [replace("Take the line away", run.span, "")],
  });
}

function unknownPolicy(run: Run, near: string | null): Problem {
  return problem("E0360", run.span, `\`${runText(run)}\` does not say which row counts.`, {
    hint: `${near ? `Did you mean \`${near}\`? ` : ""}Write one of ${listed(policies)}.`,
    fixes: near ? [replace(`Write ${near}`, run.span, near)] : [],
  });
}

const listed = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join(", ");

function withoutPolicy({ name, type }: TableDeclaration): Problem {
  const end = Math.max(name.span.end, type.span.end);
  return problem("E0360", name.span, `It is not said which row of \`${runText(name)}\` counts when several apply.`, {
    hint: `Write on the line below its name one of ${listed(policies)}.`,
    fixes: policies.map((policy) => ({
      title: `Write ${policy}`,
      safe: false,
      edits: [{ span: { start: end, end }, text: `\n  ${policy}` }],
    })),
  });
}

function withoutOrder(run: Run, policy: string): Problem {
  return problem(
    "E0364",
    run.span,
    `The values of this table have no order, so none of them is \`${policy.split(" ")[0]}\`.`,
    {
      hint: "Write `first that applies` and put the rows in the order in which they count, or declare the values as a `scale`.",
      fixes: [replace("Write first that applies", run.span, "first that applies")],
    },
  );
}

/** `- 3 clinical signs of thrombosis` */
function withoutIf({ value, span }: ClauseOf<"row">, type: FactType): Problem {
  const { words } = value;
  const at = words.findIndex((_, end) => end > 0 && "parts" in readValue(wordsText(words.slice(0, end)), type));
  const [before, after] = [words[at - 1], words[at]];
  const said = wordsText(at < 0 ? words : words.slice(0, at));
  const gap = before && after ? { start: before.span.end, end: after.span.start } : null;
  const message = said === "" ? "This row is empty." : `This row does not say when \`${said}\` applies.`;
  return problem("E0361", span, message, {
    hint: "Write what it gives, `if`, and the criterion: `- 3 if planned procedure is surgery`. The last row may end in `otherwise`.",
    fixes: gap ? [replace(`Write ${said} if ${wordsText(words.slice(at))}`, gap, " if ")] : [],
  });
}

function withoutValue(row: ClauseOf<"row">): Problem {
  return problem("E0361", row.span, "This row does not say what it gives.", {
    hint: "Write its points or its value before `if`: `- 3 if planned procedure is surgery`.",
  });
}

function otherwiseMisplaced(row: ClauseOf<"row">, form: string): Problem {
  return form === "score"
    ? problem("E0363", row.span, "A score has nothing to give `otherwise`: without a row that applies it is 0.", {
        hint: "Take the row away. A value chosen by the rows is a `table`.",
      })
    : problem("E0363", row.span, "`otherwise` is what no other row gives, so it stands last and once.", {
        hint: "Move this row below all others, or say with `if` when it applies.",
      });
}

function withoutRows({ form, name }: TableDeclaration): Problem {
  return problem("E0366", name.span, `\`${runText(name)}\` has no rows.`, {
    hint:
      form === "schedule"
        ? "Write below it a bullet for each length of time: `- 24 months if high risk`, and `- 120 months otherwise`."
        : "Write below it a bullet for each row: `- 3 if planned procedure is surgery`.",
  });
}

/** `| Surgery | 3 |` */
function pasted(run: Run): Problem {
  const cells = runText(run)
    .split("|")
    .map((cell) => cell.trim())
    .filter((cell) => cell !== "");
  const [criterion, value] = cells;
  const row = criterion && value ? `- ${value} if ${criterion}` : "- 3 if planned procedure is surgery";
  return problem("E0362", run.span, "Rows and columns between `|` are not read.", {
    hint: `Write a bullet for each row, its value first and after \`if\` what must be so: \`${row}\`. Several columns are criteria joined by AND.`,
  });
}
