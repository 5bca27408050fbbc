import { type Diagnostic, inFile, problem } from "../diagnostic/index.ts";
import type { SourceText } from "../source/index.ts";
import { type Chunk, cut, type Parsed, parseDeclaration } from "../syntax/index.ts";
import { type Analysis, type AnalysedPart, type Neighbours, noNeighbours } from "./analysis.ts";
import { needed } from "./borrowed.ts";
import { declare, type Placed } from "./declare.ts";
import type { Environment } from "./environment.ts";
import { headerOf, scopeOf } from "./heads.ts";
import { resolveInherited, statedByBase, staying } from "./inherited.ts";
import type { Calculation, Guideline } from "./model.ts";
import { placed } from "./placed.ts";
import { type Meaning, resolve } from "./resolve.ts";
import { brokenByChanges, overlayOf, overlayProblems } from "./overlay.ts";
import { unreadableText } from "./unreadable.ts";
import { hiddenClashes, lenders, take } from "./take.ts";
import { wholeProblems } from "./whole.ts";

/**
 * The checked meaning of a guideline file; never fails. With the `previous` analysis of the same file only declarations
 * that the edit touches are read again, and all of them when a name was declared, renamed or retyped.
 */
export function analyse(
  source: SourceText,
  previous?: Analysis,
  neighbours: Neighbours = previous?.neighbours ?? noNeighbours,
): Analysis {
  const unreadable = unreadableText(source.text);
  const chunks = unreadable.fatal ? [] : cut(source.text);
  const parsed = parseAll(chunks, previous);
  const declarations = parsed.map(({ declaration }) => declaration);
  const taken = take(declarations, neighbours);
  const { borrowed, base } = taken;
  const stated = chunks.flatMap((chunk, index) => {
    const declaration = declarations[index];
    return declaration ? [{ chunk, declaration }] : [];
  });
  const byBase = statedByBase(base);
  const stay = staying(byBase, stated);
  const declared = declare(
    [...declarations, ...stay.map(({ declaration }) => declaration)],
    borrowed,
    before(previous),
  );
  const parts = resolveAll(chunks, parsed, declared.environment, previous);
  const inherited = resolveInherited(stay, declared.environment, previous);
  const rests = needed(
    [...inherited, ...parts].map(({ resolved }) => resolved),
    borrowed.available,
  );
  const diagnostics = [
    ...unreadable.problems.map((found) => inFile(found, source.name, 0)),
    ...parts.flatMap(({ chunk, parsed: { problems }, resolved }) =>
      [...problems, ...resolved.problems].map((found) => inFile(found, source.name, chunk.start)),
    ),
    ...[
      ...taken.problems,
      ...hiddenClashes(parts, rests, taken),
      ...overlayProblems(base, byBase, stated),
      ...brokenByChanges(base, inherited),
      ...[...declared.problems, ...(unreadable.fatal ? [] : wholeProblems(parts, inherited))].filter(
        ({ index }) => index < Math.max(1, parts.length),
      ),
    ].map((placed) => place(placed, chunks, source.name)),
  ];
  return {
    source,
    parts,
    declared,
    environment: declared.environment,
    neighbours,
    borrowed,
    inherited,
    value: {
      ...assemble(source.name, [
        ...rests.map(({ resolved }) => resolved),
        ...inherited.map(({ placed: one }) => one),
        ...parts.map(({ placed: one }) => one),
      ]),
      restsOn: lenders(rests, taken.used),
      overlay: overlayOf(base, byBase, stated),
    },
    diagnostics: worthReading(inOrder(diagnostics), source.name),
  };
}

/** What the first pass took, where nothing of it changed. */
function before(previous: Analysis | undefined): Parameters<typeof declare>[2] {
  if (!previous) return undefined;
  const { parts, inherited, borrowed, declared } = previous;
  return { declarations: [...parts, ...inherited].map(({ declaration }) => declaration), borrowed, declared };
}

function parseAll(chunks: readonly Chunk[], previous: Analysis | undefined): readonly Parsed[] {
  const known = new Map(previous?.parts.map((part) => [part.chunk.text, part.parsed]));
  return chunks.map(({ text }) => known.get(text) ?? parseDeclaration(text));
}

function resolveAll(
  chunks: readonly Chunk[],
  parsed: readonly Parsed[],
  environment: Environment,
  previous: Analysis | undefined,
): readonly AnalysedPart[] {
  const same = previous !== undefined && previous.environment.signature === environment.signature;
  const known = new Map(same ? previous.parts.map((part) => [part.parsed, part]) : []);
  return chunks.flatMap((chunk, index) => {
    const own = parsed[index];
    if (!own) return [];
    const before = known.get(own);
    if (before?.chunk.start === chunk.start) return [before];
    const resolved = before?.resolved ?? resolve(own.declaration, chunk.text, environment, own.problems.length > 0);
    return [{ chunk, parsed: own, declaration: own.declaration, resolved, placed: placed(resolved, chunk.start) }];
  });
}

function place({ index, problem }: Placed, chunks: readonly Chunk[], file: string): Diagnostic {
  return inFile(problem, file, chunks[index]?.start ?? 0);
}

function assemble(file: string, all: readonly Meaning[]): Guideline {
  return {
    file,
    ...headerOf(all),
    scope: scopeOf(all),
    overlay: null,
    authority: all.flatMap(({ authorities }) => authorities)[0] ?? null,
    facts: all.flatMap(({ facts }) => facts),
    lists: all.flatMap(({ lists }) => lists),
    subsets: all.flatMap(({ subsets }) => subsets),
    codeLists: all.flatMap(({ codeLists }) => codeLists),
    calculations: byKey(all.flatMap(({ calculations }) => calculations)),
    definitions: all.flatMap(({ definitions }) => definitions),
    tables: all.flatMap(({ tables }) => tables),
    services: all.flatMap(({ services }) => services),
    recommendations: all.flatMap(({ recommendations }) => recommendations),
    assumptions: all.flatMap(({ assumptions }) => assumptions),
    acceptances: all.flatMap(({ acceptances }) => acceptances),
    examples: all.flatMap(({ examples }) => examples),
  };
}

/** The same comparison may stand in many phrases. */
function byKey(calculations: readonly Calculation[]): readonly Calculation[] {
  return [...new Map(calculations.map((each) => [`${each.list ?? ""} ${each.key}`, each])).values()];
}

function inOrder(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return diagnostics.toSorted((a, b) => a.span.start - b.span.start || a.code.localeCompare(b.code));
}

const mostDiagnostics = 1000;

/** A file with thousands of problems has one cause; the last diagnostic says that there are more. */
function worthReading(diagnostics: readonly Diagnostic[], file: string): readonly Diagnostic[] {
  const shown = diagnostics.slice(0, mostDiagnostics);
  const next = diagnostics[mostDiagnostics];
  if (!next) return shown;
  const more = problem("E0115", next.span, `${diagnostics.length - mostDiagnostics} more problems are not shown.`, {
    hint: "Put right what stands above; much of the rest may have the same cause.",
  });
  return [...shown, inFile(more, file, 0)];
}
