import { type Checked, type Diagnostic, inFile, problem } from "../diagnostic/index.ts";
import type { SourceText } from "../source/index.ts";
import { type Chunk, cut, type Parsed, parseDeclaration } from "../syntax/index.ts";
import { numberCodes } from "./codes.ts";
import { type Declared, declare, type Placed } from "./declare.ts";
import type { Environment } from "./environment.ts";
import { noHeader } from "./header.ts";
import type { Guideline } from "./model.ts";
import { moved } from "./moved.ts";
import { type Resolved, resolve } from "./resolve.ts";
import { unreadableText } from "./unreadable.ts";
import type { Part } from "./part.ts";
import { wholeProblems } from "./whole.ts";

/** A guideline file read as far as it can be. Editor features work on it; engines take `value`. */
export interface Analysis extends Checked<Guideline> {
  readonly source: SourceText;
  readonly parts: readonly AnalysedPart[];
  readonly environment: Environment;
  /** What the first pass found; taken over while no name changes. */
  readonly declared: Declared;
}

/** A declaration, kept from one analysis to the next while its text and everything it names stay the same. */
export interface AnalysedPart extends Part {
  /** What it means, with spans of the whole file. */
  readonly placed: Resolved;
}

/**
 * The checked meaning of a guideline file; never fails. With the `previous` analysis of the same file only declarations
 * that the edit touches are read again, and all of them when a name was declared, renamed or retyped.
 */
export function analyse(source: SourceText, previous?: Analysis): Analysis {
  const unreadable = unreadableText(source.text);
  const chunks = unreadable.fatal ? [] : cut(source.text);
  const parsed = parseAll(chunks, previous);
  const declarations = parsed.map(({ declaration }) => declaration);
  const declared = declare(
    declarations,
    previous && { declarations: previous.parts.map((part) => part.declaration), declared: previous.declared },
  );
  const parts = resolveAll(chunks, parsed, declared.environment, previous);
  const diagnostics = [
    ...unreadable.problems.map((found) => inFile(found, source.name, 0)),
    ...parts.flatMap(({ chunk, parsed: { problems }, resolved }) =>
      [...problems, ...resolved.problems].map((found) => inFile(found, source.name, chunk.start)),
    ),
    ...[...declared.problems, ...(unreadable.fatal ? [] : wholeProblems(parts))].map((placed) =>
      place(placed, chunks, source.name),
    ),
  ];
  return {
    source,
    parts,
    declared,
    environment: declared.environment,
    value: assemble(source.name, parts),
    diagnostics: worthReading(inOrder(diagnostics), source.name),
  };
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
    return [{ chunk, parsed: own, declaration: own.declaration, resolved, placed: moved(resolved, chunk.start) }];
  });
}

function place({ index, problem }: Placed, chunks: readonly Chunk[], file: string): Diagnostic {
  return inFile(problem, file, chunks[index]?.start ?? 0);
}

function assemble(file: string, parts: readonly AnalysedPart[]): Guideline {
  const header = parts.find(({ placed }) => placed.header)?.placed;
  return numberCodes({
    file,
    ...(header?.header ?? noHeader),
    scope: header?.scope ?? null,
    facts: parts.flatMap(({ placed }) => placed.facts),
    lists: parts.flatMap(({ placed }) => placed.lists),
    subsets: parts.flatMap(({ placed }) => placed.subsets),
    definitions: parts.flatMap(({ placed }) => placed.definitions),
    services: parts.flatMap(({ placed }) => placed.services),
    recommendations: parts.flatMap(({ placed }) => placed.recommendations),
    examples: parts.flatMap(({ placed }) => placed.examples),
  });
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
