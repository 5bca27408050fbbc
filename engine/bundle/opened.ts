import { z } from "zod";
import type { Diagnostic } from "../../dsl/index.ts";
import { type CaseDeterminations, determine } from "../determine/index.ts";
import { canonicalText, digestOf } from "../digest/index.ts";
import { letterHtml, letterMarkdown, letterOf } from "../letter/index.ts";
import { determinationRecord, type MadeWith } from "../record/index.ts";
import { type CaseReader, caseReader, type GuidelineSet, inForceOn, readSet, type SetFile } from "../set/index.ts";
import type { Case } from "../values/index.ts";
import type { Undeclared } from "../values/reduce/index.ts";
import { describeSet } from "../description/index.ts";
import { isError, refusal, refusalOf } from "./reply.ts";

/**
 * A guideline set that answers. Every answer is one canonical JSON text (RFC 8785) whose `schema` says what it is:
 * `precept/refusal/1` wherever there is none. Nothing throws, whatever is handed in.
 */
export interface OpenSet {
  /** `precept/description/1` */
  readonly describe: () => string;
  /**
   * `precept/determination/1`. `caseText`: a case file, YAML or JSON. `options`: `{ asOf?, leaveOut? }`, an ISO date, and names
   * of what the case states and this set does not declare: it is then determined without these, and the record names them.
   */
  readonly determine: (caseText: unknown, options?: unknown) => string;
  /** `precept/letter/1`: `{ format, text }`. `options`: `{ format: "md" | "html", asOf?, leaveOut? }`. */
  readonly letter: (caseText: unknown, options: unknown) => string;
}

const filesSchema = z.array(z.object({ path: z.string(), text: z.string() }));
const manifestSchema = z.looseObject({ set: z.string(), version: z.string() });
const asOf = z.iso.date().nullish();
const leaveOut = z.array(z.string()).nullish();
const determineSchema = z.object({ asOf, leaveOut }).default({});
const letterSchema = z.object({ asOf, leaveOut, format: z.enum(["md", "html"]) });

/** A day, and names: what is `null` was not asked for. */
type Asking = z.infer<typeof determineSchema>;

/**
 * Opens a guideline set. `files`: `[{ path, text }]`, paths as in the set's folder; cases among them are left out.
 * `manifest`: that of the release they are from, as JSON; `null` for texts that are none.
 */
export function open(files: unknown, manifest: unknown): OpenSet {
  const given = z.object({ files: filesSchema, manifest: manifestSchema.nullable() }).safeParse({ files, manifest });
  if (!given.success) return closed("`open` takes files as `[{ path, text }]` and the manifest of a release, or null.");
  const own = given.data.files.filter(({ path }) => !path.startsWith("cases/"));
  const { value: set, diagnostics } = readSet(own);
  const errors = diagnostics.filter(isError);
  if (errors.length > 0) return closedBy(errors, own);
  return new Opened(set, madeWith(set, own, given.data.manifest));
}

function madeWith(set: GuidelineSet, files: readonly SetFile[], manifest: z.infer<typeof manifestSchema> | null) {
  if (manifest === null) return { set: set.name, version: null, digest: digestOf(files) };
  return { set: manifest.set, version: manifest.version, digest: digestOf(manifest) };
}

function closed(message: string): OpenSet {
  const reply = () => refusal([{ message }]);
  return { describe: reply, determine: reply, letter: reply };
}

function closedBy(errors: readonly Diagnostic[], files: readonly SetFile[]): OpenSet {
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  const reply = () => refusal(errors.map((error) => refusalOf(error, texts.get(error.file) ?? "")));
  return { describe: reply, determine: reply, letter: reply };
}

/** Where a case stands while it is determined. */
const casePath = "cases/(this case).yaml";

interface Answered {
  readonly refused: null;
  /** All that it says. */
  readonly case: Case;
  readonly value: CaseDeterminations;
  readonly leftOut: readonly string[];
}

type Decided = { readonly refused: string } | Answered;

class Opened implements OpenSet {
  readonly #set: GuidelineSet;
  readonly #madeWith: MadeWith;
  readonly #read: CaseReader;

  constructor(set: GuidelineSet, made: MadeWith) {
    this.#set = set;
    this.#madeWith = made;
    this.#read = caseReader(set);
  }

  readonly describe = (): string => canonicalText({ schema: "precept/description/1", ...describeSet(this.#set) });

  readonly determine = (caseText: unknown, options?: unknown): string => {
    const given = determineSchema.safeParse(options);
    if (!given.success) return refusal([{ message: determineTakes }]);
    const decided = this.#decide(caseText, given.data);
    return decided.refused ?? determinationRecord({ ...decided, asOf: given.data.asOf ?? null }, this.#madeWith);
  };

  readonly letter = (caseText: unknown, options: unknown): string => {
    const given = letterSchema.safeParse(options);
    if (!given.success) return refusal([{ message: letterTakes }]);
    const decided = this.#decide(caseText, given.data);
    if (decided.refused !== null) return decided.refused;
    const { version, digest } = this.#madeWith;
    const release = version === null ? null : { version, digest };
    const letter = letterOf(decided.case, decided.value, release, decided.leftOut);
    const { format } = given.data;
    const text = format === "md" ? letterMarkdown(letter) : letterHtml(letter);
    return canonicalText({ schema: "precept/letter/1", format, text });
  };

  /** The set is not read again: only the case is new. */
  #decide(caseText: unknown, { asOf: day, leaveOut: names }: Asking): Decided {
    if (typeof caseText !== "string") return { refused: refusal([{ message: "A case is the text of its file." }]) };
    const read = this.#read({ name: casePath, text: caseText }, names ?? []);
    const { whole, asked, leftOut } = read;
    const errors = read.diagnostics.filter(isError);
    if (whole === null || asked === null || errors.length > 0) return refusedFor(errors, caseText, read.unknown);
    const set = this.#set;
    const determined = determine(typeof day === "string" ? inForceOn(set, day) : set, asked);
    const contradictions = determined.diagnostics.filter(isError);
    return contradictions.length > 0
      ? refusedFor(contradictions, caseText)
      : { refused: null, case: whole, value: determined.value, leftOut };
  }
}

const determineTakes = "`determine` takes the options `{ asOf, leaveOut }`, a date YYYY-MM-DD and names.";
const letterTakes = '`letter` takes the options `{ format: "md" | "html", asOf, leaveOut }`.';

function refusedFor(
  errors: readonly Diagnostic[],
  caseText: string,
  unknown: readonly Undeclared[] = [],
): { readonly refused: string } {
  // The texts of a release are what they are: where nothing is like what a case states, there is no advice on how to declare it.
  const strange = new Set(unknown.flatMap(({ near, place }) => (near === null && place ? [place.start] : [])));
  const problems = errors.map(({ hint, ...error }) => {
    const keeps = hint !== undefined && !(error.code === "E0617" && strange.has(error.span.start));
    return refusalOf({ ...error, file: "case", ...(keeps ? { hint } : {}) }, caseText);
  });
  return { refused: refusal(problems, unknown) };
}
