import { type Problem, problem } from "../diagnostic/index.ts";
import type { DeclarationOf } from "../syntax/index.ts";
import { readDuration } from "./anchors.ts";
import type { Environment } from "./environment.ts";
import { readFactType } from "./factType.ts";
import { splitAmount } from "./literals.ts";
import { runText, wordsText } from "./names.ts";
import { rowsOf, valueWords } from "./tableRows.ts";
import type { FactType } from "./types.ts";

/** What the values of a table are: told by the rows of a score or a schedule, declared for others. */
export function readTableType(
  declaration: DeclarationOf<"table">,
  scales: Environment["scales"],
): { readonly type: FactType | null; readonly problems: readonly Problem[] } {
  const { form, type: said, name } = declaration;
  if (form === "table") return declaredType(declaration, scales);
  const problems =
    said.words.length === 0
      ? []
      : [
          problem("E0365", said.span, `A ${form} does not say what kind of values it has.`, {
            hint: `Leave it away: \`${form} ${runText(name)}\`. ${form === "score" ? "A score has points" : "A schedule has lengths of time"}; a \`table\` may have other values.`,
          }),
        ];
  return { type: form === "score" ? points(declaration) : lengths(declaration), problems };
}

const inTables: ReadonlySet<FactType["kind"]> = new Set<FactType["kind"]>([
  "yes or no",
  "one of",
  "number",
  "whole number",
  "scale",
]);

function declaredType({ type: said, name }: DeclarationOf<"table">, scales: Environment["scales"]) {
  const { type, orNone, problems } = readFactType(said, scales);
  if (said.words.length === 0) return { type: null, problems: [unsaid(runText(name), name.span)] };
  if (!type || (inTables.has(type.kind) && !orNone)) return { type, problems };
  const unfit = problem("E0365", said.span, `The values of a table cannot be \`${runText(said)}\`.`, {
    hint: "They are a `whole number`, a `number in` a unit, `one of` several, `yes or no`, or the grades of a scale.",
  });
  return { type: null, problems: [...problems, unfit] };
}

function unsaid(name: string, span: { readonly start: number; readonly end: number }): Problem {
  return problem("E0365", span, `\`${name}\` does not say what kind of values it has.`, {
    hint: `Write it after a colon: \`table ${name}: whole number\`, \`number in days\`, \`one of usually appropriate, may be appropriate\`, \`yes or no\`.`,
  });
}

/** To as many digits as the finest of its points has. */
function points(declaration: DeclarationOf<"table">): FactType {
  const digits = rowsOf(declaration).map((row) => splitAmount(written(row))?.amount.scale ?? 0);
  return { kind: "number", unit: { word: "points", ucum: "{points}" }, decimals: Math.min(6, Math.max(0, ...digits)) };
}

/** In days, or in months when its first length is in months or years. */
function lengths(declaration: DeclarationOf<"table">): FactType {
  const [first] = rowsOf(declaration).flatMap((row) => readDuration(written(row)) ?? []);
  const byCalendar = first?.unit === "months" || first?.unit === "years";
  const unit = byCalendar ? { word: "months", ucum: "mo" } : { word: "days", ucum: "d" };
  return { kind: "number", unit, decimals: 0 };
}

const written = (row: ReturnType<typeof rowsOf>[number]): string => wordsText(valueWords(row)).replace(/^\+/, "");

/** Whether some values are higher than others. */
export function isOrdered({ kind }: FactType): boolean {
  return kind === "number" || kind === "whole number" || kind === "scale";
}
