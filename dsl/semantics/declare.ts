import { type Problem, problem } from "../diagnostic/index.ts";
import type { Span } from "../source/index.ts";
import type { Declaration, DeclarationOf, Run } from "../syntax/index.ts";
import { type Environment, environment, type Named, type ServiceName } from "./environment.ts";
import { readFactType } from "./factType.ts";
import { nameKey, runText, splitAtCommas, wordsText } from "./names.ts";
import { readItems } from "./serviceItems.ts";

/** A problem of the declaration at `index`, in its own spans. */
export interface Placed {
  readonly index: number;
  readonly problem: Problem;
}

export interface Declared {
  readonly environment: Environment;
  readonly problems: readonly Placed[];
}

/** The first pass: what every name stands for. Types of facts are read once the scales are known. */
export function declare(declarations: readonly Declaration[]): Declared {
  const problems: Placed[] = [];
  const taken = new Map<string, string>();
  const names = new Map<string, Named>();
  const services = new Map<string, ServiceName>();
  const scales = new Map<string, { name: string; grades: readonly string[] }>();
  const claim = (index: number, run: Run, kind: string): { name: string; key: string } | null => {
    const found = claimName(run, kind, taken);
    if ("wrong" in found) problems.push({ index, problem: found.wrong });
    return "wrong" in found ? null : found;
  };
  const claimFact = (index: number, nameRun: Run, typeRun: Run, askedFor: string | null): void => {
    const claimed = claim(index, nameRun, "fact");
    const { type, orNone, problems: wrong } = readFactType(typeRun, scales);
    problems.push(...wrong.map((each) => ({ index, problem: each })));
    if (claimed && type) names.set(claimed.key, { kind: "fact", ...claimed, type, fact: { orNone, askedFor } });
  };
  declarations.forEach((declaration, index) => {
    if (declaration.kind !== "scale") return;
    const claimed = claim(index, declaration.name, "scale");
    if (claimed)
      scales.set(claimed.key, {
        name: claimed.name,
        grades: readGrades(declaration, (wrong) => problems.push({ index, problem: wrong })),
      });
  });
  declarations.forEach((declaration, index) => {
    if (declaration.kind === "fact") claimFact(index, declaration.name, declaration.type, null);
    if (declaration.kind === "define") {
      const claimed = claim(index, declaration.name, "definition");
      if (claimed) names.set(claimed.key, { kind: "definition", ...claimed });
    }
    if (declaration.kind !== "service") return;
    const claimed = claim(index, declaration.name, "service");
    if (!claimed) return;
    services.set(claimed.key, { ...claimed, items: readItems(declaration).items.map((item) => item.name) });
    for (const { name, value } of askedForEntries(declaration)) claimFact(index, name, value, claimed.key);
  });
  return { environment: environment(names, services, scales), problems };
}

/** The fields below `asked for` in a service. */
export function askedForEntries(declaration: DeclarationOf<"service">): readonly {
  readonly name: Run;
  readonly value: Run;
  readonly span: Span;
  readonly body: DeclarationOf<"service">["body"];
}[] {
  return declaration.body.flatMap((clause) =>
    clause.kind === "asked for" ? clause.body.flatMap((field) => (field.kind === "entry" ? [field] : [])) : [],
  );
}

function claimName(
  run: Run,
  kind: string,
  taken: Map<string, string>,
): { name: string; key: string } | { wrong: Problem } {
  const name = runText(run);
  const key = nameKey(name);
  const wrong = unfitName(run, name) ?? (taken.has(key) ? duplicate(run.span, name, taken.get(key) ?? "") : null);
  if (wrong) return { wrong };
  taken.set(key, kind);
  return { name, key };
}

function duplicate(span: Span, name: string, as: string): Problem {
  return problem("E0301", span, `\`${name}\` is declared twice.`, {
    hint: `A ${as} has this name already; capitals and a plural \`s\` make no difference. Give one of them another name.`,
  });
}

const opening = /^(its|any|no|every|latest)\b/i;

function unfitName(run: Run, name: string): Problem | null {
  if (run.words.some((word) => word.quoted || word.text === ","))
    return problem("E0302", run.span, "A name holds no comma and no quotes.", {
      hint: "Use the plain words of the guideline; its exact wording goes in quotes on the line below.",
    });
  const begins = opening.exec(name)?.[0];
  if (!begins) return null;
  return problem("E0302", run.span, `A name does not begin with \`${begins}\`.`, {
    hint: `\`${begins}\` asks something of a list. Put another word first, or leave it away.`,
  });
}

function readGrades(declaration: DeclarationOf<"scale">, report: (wrong: Problem) => void): readonly string[] {
  const grades = splitAtCommas(declaration.grades.words)
    .map(wordsText)
    .filter((grade) => grade !== "");
  if (grades.length < 2)
    report(
      problem("E0305", declaration.name.span, "A scale needs at least two grades.", {
        hint: "Write them from lowest to highest: `scale muscle strength: 0, 1, 2, 3, 4, 5`.",
      }),
    );
  if (new Set(grades.map(nameKey)).size < grades.length)
    report(
      problem("E0301", declaration.grades.span, "A grade stands twice in this scale.", { hint: "Take one away." }),
    );
  return grades;
}
