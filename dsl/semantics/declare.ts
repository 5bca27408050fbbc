import { type Problem, problem, replace } from "../diagnostic/index.ts";
import type { Span } from "../source/index.ts";
import type { Declaration, DeclarationOf, Run } from "../syntax/index.ts";
import { anchors } from "./anchors.ts";
import { type BorrowedNames, kindOfBorrowed } from "./borrowedNames.ts";
import { readCalculatedType } from "./calculation/index.ts";
import { caseDateNames } from "./caseDates.ts";
import { readCodeList } from "./codes/index.ts";
import {
  type CodeListName,
  type Environment,
  environment,
  type ListShape,
  type Named,
  type ServiceName,
} from "./environment.ts";
import { readFactType, severalOf } from "./factType.ts";
import { joinedLast } from "./joinedLast.ts";
import { nameKey, runText, splitAtCommas, wordsText } from "./names.ts";
import { takesAway } from "./reasons.ts";
import { readItems } from "./serviceItems.ts";
import { readTableType } from "./tableType.ts";

/** A problem of the declaration at `index`, in its own spans. */
export interface Placed {
  readonly index: number;
  readonly problem: Problem;
}

export interface Declared {
  readonly environment: Environment;
  readonly problems: readonly Placed[];
}

/**
 * The first pass: what every name stands for. Types of facts are read once the scales are known. `previous` is taken over
 * when no declaration that gives a name has changed.
 */
export function declare(
  declarations: readonly Declaration[],
  borrowed: BorrowedNames,
  previous?: {
    readonly declarations: readonly Declaration[];
    readonly borrowed: BorrowedNames;
    readonly declared: Declared;
  },
): Declared {
  const same = previous?.borrowed.signature === borrowed.signature && sameNames(declarations, previous.declarations);
  if (same) return previous.declared;
  const claims = new Claims();
  const claiming = [...declarations.entries()].filter(([, declaration]) => !takesAway(declaration));
  claims.borrow(borrowed);
  for (const [index, declaration] of claiming) if (declaration.kind === "scale") claims.scale(index, declaration);
  for (const [index, declaration] of claiming) if (declaration.kind === "codes") claims.codes(index, declaration);
  for (const [index, declaration] of claiming)
    if (declaration.kind === "fact" && isList(declaration.type)) claims.list(index, declaration);
  for (const [index, declaration] of claiming) claims.declaration(index, declaration);
  const names = new Map([...caseDateNames, ...claims.names]);
  return { environment: environment({ ...claims, names }), problems: claims.problems };
}

function sameNames(declarations: readonly Declaration[], before: readonly Declaration[]): boolean {
  return (
    declarations.length === before.length &&
    declarations.every((declaration, index) => givesSameNames(declaration, before[index]))
  );
}

const givesNoName: ReadonlySet<Declaration["kind"]> = new Set<Declaration["kind"]>([
  "guideline",
  "recommendation",
  "example",
  "authority",
  "unknown",
]);

function givesSameNames(declaration: Declaration, before: Declaration | undefined): boolean {
  if (declaration === before) return true;
  if (!before || takesAway(declaration) !== takesAway(before)) return false;
  if (declaration.kind === "define" && before.kind === "define")
    return (
      runText(declaration.name) === runText(before.name) &&
      sameSpan(declaration.name.span, before.name.span) &&
      typeText(declaration) === typeText(before) &&
      chosenList(declaration) === chosenList(before)
    );
  if (declaration.kind === "fact" && before.kind === "fact")
    return (
      sameRun(declaration.name, before.name) && sameRun(declaration.type, before.type) && !isList(declaration.type)
    );
  return givesNoName.has(declaration.kind) && givesNoName.has(before.kind);
}

const typeText = ({ type }: DeclarationOf<"define">): string | null => type && runText(type);

/** The key of what stands before `where` in a definition that is a phrase with `where`. */
function chosenList({ body }: DeclarationOf<"define">): string | null {
  const meaning = body.find((clause) => clause.kind === "as");
  return meaning?.kind === "as" && meaning.criterion.kind === "selection"
    ? nameKey(runText(meaning.criterion.run))
    : null;
}

type FieldName = ListShape["fields"][number];

/** The course of an entry of a list of treatment trials: `it lasted at least 6 weeks`, `it failed`. */
const trial: FieldName = {
  kind: "fact",
  name: "course",
  key: "course",
  type: { kind: "treatment trial" },
  fact: { orNone: false, askedFor: null },
};

const isList = (type: Run): boolean => /^list\b/i.test(runText(type));
const ofTrials = (type: Run): boolean => /^list of treatment trials?\b/i.test(runText(type));

function withoutFields({ span, words }: Run): Problem {
  const dates = /^list of (?:dates?|days?)$/i.test(wordsText(words));
  return problem("E0320", span, "This list does not say what each of its entries has.", {
    hint: "Write the fields on the lines below, indented: `date: date`, `PO2: number in mmHg`.",
    fixes: dates ? [replace("Give each entry a date", span, "list, each with\n  date: date")] : [],
  });
}

const sameSpan = (a: Span, b: Span): boolean => a.start === b.start && a.end === b.end;

/** The same words at the same places. */
function sameRun(one: Run, other: Run): boolean {
  return (
    one.words.length === other.words.length &&
    sameSpan(one.span, other.span) &&
    one.words.every((word, index) => {
      const { text, quoted, span } = other.words[index] ?? {};
      return word.text === text && word.quoted === quoted && span !== undefined && sameSpan(word.span, span);
    })
  );
}

/** Names claimed so far; each once. */
class Claims {
  readonly problems: Placed[] = [];
  readonly names = new Map<string, Named>();
  readonly services = new Map<string, ServiceName>();
  readonly scales = new Map<string, { name: string; grades: readonly string[] }>();
  readonly codeLists = new Map<string, CodeListName>();
  /** Names that no fact or definition got, because their declaration has a fault. */
  readonly faulty = new Map<string, string>();
  incomplete = false;
  beyond: BorrowedNames["beyond"] = new Map();
  private readonly taken = new Map<string, string>();

  /** Names from other guidelines of the set are taken before any of its own. */
  borrow({ names, scales, codeLists, origins, incomplete, beyond }: BorrowedNames): void {
    this.incomplete = incomplete;
    this.beyond = beyond;
    for (const [key, named] of names) this.names.set(key, named);
    for (const [key, scale] of scales) this.scales.set(key, scale);
    for (const [key, list] of codeLists) this.codeLists.set(key, list);
    for (const [key, origin] of origins)
      this.taken.set(key, kindOfBorrowed(names.get(key) ?? { kind: "fact" }, origin));
  }

  scale(index: number, declaration: DeclarationOf<"scale">): void {
    const claimed = this.claim(index, declaration.name, "scale");
    const grades = readGrades(declaration, (problem) => this.problems.push({ index, problem }));
    if (claimed) this.scales.set(claimed.key, { name: claimed.name, grades });
  }

  codes(index: number, declaration: DeclarationOf<"codes">): void {
    const claimed = this.claim(index, declaration.name, "code list");
    const { codes, problems } = readCodeList(declaration.codes);
    this.problems.push(...problems.map((problem) => ({ index, problem })));
    if (claimed) this.codeLists.set(claimed.key, { ...claimed, codes });
  }

  /** `fact oxygen test: list, each with` and fields below; `list of treatment trials` have a length and a response besides. */
  list(index: number, declaration: DeclarationOf<"fact">): void {
    const claimed = this.claim(index, declaration.name, "list");
    const fields = new Map<string, FieldName>();
    if (ofTrials(declaration.type)) fields.set(trial.key, trial);
    const taken = new Map([...fields.keys()].map((key) => [key, "field"]));
    for (const clause of declaration.body) if (clause.kind === "entry") this.field(index, clause, fields, taken);
    const several = fields.size === 0 ? severalOf(declaration.type) : null;
    if (fields.size === 0) this.problems.push({ index, problem: several ?? withoutFields(declaration.type) });
    if (claimed && several) this.faulty.set(claimed.key, claimed.name);
    else if (claimed)
      this.names.set(claimed.key, { kind: "list", ...claimed, list: { ...claimed, fields: [...fields.values()] } });
  }

  private field(
    index: number,
    { name, value }: { readonly name: Run; readonly value: Run },
    fields: Map<string, FieldName>,
    taken: Map<string, string>,
  ): void {
    const claimed = claimName(name, "field", taken);
    const { type, orNone, problems } = readFactType(value, this.scales);
    const found = [...("wrong" in claimed ? [claimed.wrong] : []), ...problems];
    this.problems.push(...found.map((problem) => ({ index, problem })));
    if (!("wrong" in claimed) && type)
      fields.set(claimed.key, { kind: "fact", ...claimed, type, fact: { orNone, askedFor: null } });
  }

  declaration(index: number, declaration: Declaration): void {
    if (declaration.kind === "fact" && !isList(declaration.type))
      this.fact(index, declaration.name, declaration.type, null);
    if (declaration.kind === "define") this.definition(index, declaration);
    if (declaration.kind === "service") this.service(index, declaration);
    if (declaration.kind === "table") this.table(index, declaration);
  }

  private table(index: number, declaration: DeclarationOf<"table">): void {
    const { form } = declaration;
    const claimed = this.claim(index, declaration.name, form);
    const { type, problems } = readTableType(declaration, this.scales);
    this.problems.push(...problems.map((problem) => ({ index, problem })));
    if (claimed && !type) this.faulty.set(claimed.key, claimed.name);
    if (claimed && type) this.names.set(claimed.key, { kind: "table", ...claimed, form, type });
  }

  private fact(index: number, nameRun: Run, typeRun: Run, askedFor: string | null): void {
    const claimed = this.claim(index, nameRun, "fact");
    const { type, orNone, problems } = readFactType(typeRun, this.scales);
    this.problems.push(...problems.map((problem) => ({ index, problem })));
    if (claimed && !type) this.faulty.set(claimed.key, claimed.name);
    if (claimed && type) this.names.set(claimed.key, { kind: "fact", ...claimed, type, fact: { orNone, askedFor } });
  }

  private definition(index: number, declaration: DeclarationOf<"define">): void {
    const claimed = this.claim(index, declaration.name, "definition");
    if (declaration.type) {
      this.calculated(index, declaration, declaration.type, claimed);
      return;
    }
    const list = this.chosenFrom(declaration);
    if (claimed && list) this.names.set(claimed.key, { kind: "subset", ...claimed, list });
    else if (claimed) this.names.set(claimed.key, { kind: "definition", ...claimed });
  }

  /** `define body mass index: number in kg/m2, to 0.1` */
  private calculated(
    index: number,
    declaration: DeclarationOf<"define">,
    typeRun: Run,
    claimed: { name: string; key: string } | null,
  ): void {
    const { type, problems } = readCalculatedType(declaration, typeRun);
    this.problems.push(...problems.map((problem) => ({ index, problem })));
    if (claimed && type) this.names.set(claimed.key, { kind: "calculated", ...claimed, type });
    if (claimed && !type) this.faulty.set(claimed.key, claimed.name);
  }

  /** The list that `as oxygen test where ...` names entries of. */
  private chosenFrom(declaration: DeclarationOf<"define">): ListShape | null {
    const subject = chosenList(declaration);
    const named = subject === null ? undefined : this.names.get(subject);
    return named?.kind === "list" ? named.list : null;
  }

  private service(index: number, declaration: DeclarationOf<"service">): void {
    const claimed = this.claim(index, declaration.name, "service");
    if (!claimed) return;
    this.services.set(claimed.key, { ...claimed, items: readItems(declaration).items.map((item) => item.name) });
    for (const { name, value } of askedForEntries(declaration)) this.fact(index, name, value, claimed.key);
  }

  private claim(index: number, run: Run, kind: string): { name: string; key: string } | null {
    const found = claimName(run, kind, this.taken);
    if (!("wrong" in found)) return found;
    this.problems.push({ index, problem: found.wrong });
    const name = runText(run);
    if (!this.taken.has(nameKey(name))) this.faulty.set(nameKey(name), name);
    return null;
  }
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
  return problem("E0301", span, `A ${as} is called \`${name}\` already.`, {
    hint: "Give one of them another name. Capitals and a plural `s` make no difference between names.",
  });
}

const opening = /^(its|any|no|every|latest)\b/i;

function unfitName(run: Run, name: string): Problem | null {
  if (run.words.some((word) => word.quoted || word.text === ","))
    return problem("E0302", run.span, "A name holds no comma and no quotes.", {
      hint: "Use the plain words of the guideline; its exact wording goes in quotes on the line below.",
    });
  if (anchors.some((anchor) => nameKey(anchor) === nameKey(name)))
    return problem("E0302", run.span, `Every case has a \`${name}\` already.`, {
      hint: "Use it as it is, or give this date another name.",
    });
  const begins = opening.exec(name)?.[0];
  if (!begins) return null;
  return problem("E0302", run.span, `A name does not begin with \`${begins}\`.`, {
    hint: `At the beginning \`${begins}\` picks from several, as in \`latest MRI\`. Put another word first, or leave it away.`,
  });
}

function readGrades(declaration: DeclarationOf<"scale">, report: (wrong: Problem) => void): readonly string[] {
  const parts = splitAtCommas(declaration.grades.words).filter((part) => part.length > 0);
  joinedLast(parts).forEach(report);
  const grades = parts.map(wordsText).filter((grade) => grade !== "");
  if (grades.length < 2)
    report(
      problem("E0305", declaration.name.span, "A scale needs at least two grades.", {
        hint: "Write them from lowest to highest: `scale muscle strength: 0, 1, 2, 3, 4, 5`.",
      }),
    );
  const repeated = grades.find((grade, at) => grades.findIndex((other) => nameKey(other) === nameKey(grade)) < at);
  if (repeated !== undefined)
    report(
      problem("E0301", declaration.grades.span, `The grade \`${repeated}\` stands twice in this scale.`, {
        hint: "Take one away.",
      }),
    );
  return grades;
}
