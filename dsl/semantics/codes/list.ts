import { type Problem, problem, replace } from "../../diagnostic/index.ts";
import { cover, type Span } from "../../source/index.ts";
import type { Run, Word } from "../../syntax/index.ts";
import type { CodeSystem } from "../types.ts";
import type { Range } from "../scaled.ts";
import { splitAtCommas, wordsText } from "../names.ts";
import { readCodes, systemsOf } from "./read.ts";
import { systemAt } from "./systems.ts";

/** Some codes of one system, as listed: one code, a range, or all that begin alike. */
export interface ListedCodes extends Range {
  readonly system: CodeSystem;
  /** As written: `M50.1 to M50.13`. */
  readonly text: string;
}

export interface ReadCodeList {
  readonly codes: readonly ListedCodes[];
  readonly problems: readonly Problem[];
}

/** `ICD-10-CM M54.16, M54.1*, M50.1 to M50.13, CPT 72141`: a system holds until another is named. */
export function readCodeList(run: Run): ReadCodeList {
  const placed: Placed[] = [];
  const problems: Problem[] = [];
  let system: CodeSystem | null = null;
  let likely: CodeSystem | null = null;
  for (const part of splitAtCommas(run.words)) {
    const named = systemAt(part, 0) ?? misnamed(part, problems);
    system = named?.system ?? system;
    const words = part.slice(named?.size ?? 0);
    if (words.length === 0) continue;
    const read = system === null ? unnamed(words, likely) : readListed(words, system);
    if (system === null) likely ??= systemsOfFirst(words)[0] ?? null;
    if (read === null) continue;
    if ("wrong" in read) problems.push(read.wrong);
    else placed.push({ codes: read, span: spanOf(words) });
  }
  if (placed.length === 0 && problems.length === 0) problems.push(withoutCodes(run.span));
  return { codes: placed.map(({ codes }) => codes), problems: [...problems, ...repeated(placed)] };
}

/** `ICD-10 M54.16`, `ICD10 M54.16` */
function misnamed([first]: readonly Word[], problems: Problem[]): { system: CodeSystem; size: number } | null {
  if (!first || !/^ICD-?10(?:-?CM)?$/i.test(first.text)) return null;
  problems.push(
    problem("E0330", first.span, `\`${first.text}\` is not the name of a system of codes here.`, {
      hint: "Diagnoses in the United States are coded in `ICD-10-CM`.",
      fixes: [replace("Write ICD-10-CM", first.span, "ICD-10-CM", true)],
    }),
  );
  return { system: "ICD-10-CM", size: 1 };
}

/** A code of no system that was named; `null` when it is likely of the same as the one before it, of which that was told. */
function unnamed(words: readonly Word[], likely: CodeSystem | null): { readonly wrong: Problem } | null {
  return likely !== null && systemsOfFirst(words).includes(likely) ? null : { wrong: withoutSystem(words) };
}

const systemsOfFirst = ([first]: readonly Word[]): readonly CodeSystem[] =>
  systemsOf(first?.text.replace(/\*$/, "") ?? "");

interface Placed {
  readonly codes: ListedCodes;
  readonly span: Span;
}

function readListed(words: readonly Word[], system: CodeSystem): ListedCodes | { readonly wrong: Problem } {
  const text = wordsText(words);
  const read = readCodes(text, system, spanOf(words));
  if ("range" in read) return { system, text, ...read.range };
  const several = words.length > 1 && words.every((word) => "range" in readCodes(word.text, system, word.span));
  return { wrong: several ? withoutCommas(words) : read.wrong };
}

const spanOf = (words: readonly Word[]): Span =>
  words.map((word) => word.span).reduce(cover, words[0]?.span ?? { start: 0, end: 0 });

function withoutCommas(words: readonly Word[]): Problem {
  const written = words.map(({ text }) => text).join(", ");
  return problem("E0406", spanOf(words), `\`${wordsText(words)}\` is not one code.`, {
    hint: `Put commas between codes: \`${written}\`.`,
    fixes: [replace(`Write ${written}`, spanOf(words), written, true)],
  });
}

function withoutSystem(words: readonly Word[]): Problem {
  const text = wordsText(words);
  const systems = systemsOfFirst(words);
  const span = spanOf(words);
  return problem("E0330", span, `It is not said which system the code \`${text}\` is of.`, {
    hint: `Write the system before the first of its codes: \`${systems[0] ?? "ICD-10-CM"} ${text}\`. The systems are \`ICD-10-CM\`, \`CPT\`, \`HCPCS\`, \`SNOMED CT\` and \`LOINC\`.`,
    fixes: systems.map((system) => replace(`Write ${system} ${text}`, span, `${system} ${text}`)),
  });
}

function withoutCodes(span: Span): Problem {
  return problem("E0330", span, "This list holds no codes.", {
    hint: "Write them after the colon, with their system: `codes lumbar radiculopathy: ICD-10-CM M54.16, M51.1*`.",
  });
}

/** `M54.1*, M54.16`: the second adds nothing, so one of them may be mistyped. Told once a list, at the first. */
function repeated(placed: readonly Placed[]): readonly Problem[] {
  const again = [...Map.groupBy(placed, ({ codes }) => codes.system).values()].flatMap(heldByOthers);
  const [first, ...others] = again.toSorted((a, b) => a.held.span.start - b.held.span.start);
  if (!first) return [];
  const { held, by } = first;
  return [
    problem("W0333", held.span, `\`${held.codes.text}\` adds nothing to this list, which has \`${by.codes.text}\`.`, {
      severity: "warning",
      hint: `Take one away, or correct the one that is mistyped.${others.length === 0 ? "" : ` ${others.length} more of this list add nothing.`}`,
    }),
  ];
}

/** Codes that lie within others: in order of their first codes, the wider first, none reaches beyond the widest before. */
function heldByOthers(placed: readonly Placed[]): readonly { readonly held: Placed; readonly by: Placed }[] {
  const ordered = placed.toSorted((a, b) => a.codes.low - b.codes.low || b.codes.high - a.codes.high);
  let widest: Placed | null = null;
  const found: { held: Placed; by: Placed }[] = [];
  for (const each of ordered) {
    if (widest && each.codes.high <= widest.codes.high) found.push({ held: each, by: widest });
    else widest = each;
  }
  return found;
}
