import { type Problem, problem } from "../diagnostic/index.ts";
import type { Span } from "../source/index.ts";
import type { Clause, Declaration } from "../syntax/index.ts";
import type { InheritedPart } from "./analysis.ts";
import type { Placed } from "./declare.ts";
import { type Base, criterionText, nameOf, replaces, type Sourced, type Stated } from "./inherited.ts";
import type { Change, Overlay } from "./model.ts";
import { nameKey, runText } from "./names.ts";
import { reasonOf, takesAway } from "./reasons.ts";

/** What an overlay changes in its base, in the order of its own declarations. */
export function overlayOf(base: Base | null, all: readonly Sourced[], own: readonly Stated[]): Overlay | null {
  if (base === null) return null;
  const { value, source } = base.from;
  return { base: value.title, file: source.name, changes: own.flatMap((one) => changeOf(one, all)) };
}

function changeOf(own: Stated, base: readonly Sourced[]): readonly Change[] {
  const { declaration, chunk } = own;
  const what = whatOf(declaration);
  if (what === null) return [];
  const before = base.filter((other) => isChanged(own, other));
  const kind = takesAway(declaration) ? "taken away" : before.length > 0 ? "changed" : "added";
  if (what === "scope") return scopeChange(own, base);
  return [
    {
      kind,
      what,
      name: shownName(declaration),
      because: reasonOf(declaration, "changed because") ?? reasonOf(declaration, "taken away because"),
      before: before.length === 0 ? null : before.map(saidIn).join("; "),
      after: kind === "taken away" ? null : saidIn(own),
      span: moveBy(declaration.span, chunk.start),
    },
  ];
}

function isChanged(own: Stated, base: Stated): boolean {
  if (own.declaration.kind === "recommendation") return replaces(own, base);
  const name = nameOf(own.declaration);
  return name !== null && name === nameOf(base.declaration);
}

/** `applies when` of an overlay narrows that of its base. */
function scopeChange({ declaration, chunk }: Stated, base: readonly Sourced[]): readonly Change[] {
  const clause = scopeIn(declaration);
  if (!clause) return [];
  const before = base.find((other) => scopeIn(other.declaration));
  return [
    {
      kind: before ? "changed" : "added",
      what: "scope",
      name: "applies when",
      because: null,
      before: before ? saidIn(before) : null,
      after: spaced(chunk.text, clause.criterion.span),
      span: moveBy(clause.span, chunk.start),
    },
  ];
}

function scopeIn(declaration: Declaration) {
  if (declaration.kind !== "guideline") return null;
  return declaration.body.flatMap((clause) => (clause.kind === "applies when" ? [clause] : []))[0] ?? null;
}

function whatOf({ kind }: Declaration): Change["what"] | null {
  switch (kind) {
    case "guideline":
      return "scope";
    case "define":
      return "definition";
    case "codes":
      return "code list";
    case "fact":
    case "scale":
    case "table":
    case "service":
    case "recommendation":
    case "assumption":
      return kind;
    case "acceptance":
    case "example":
    case "authority":
    case "unknown":
      return null;
  }
}

function shownName(declaration: Declaration): string {
  if (declaration.kind === "recommendation") return `${runText(declaration.service)} ${declaration.relation}`;
  return "name" in declaration ? runText(declaration.name) : "";
}

/** The lines that bear on meaning, single-spaced: what stands behind the name, and the clauses that are no remarks. */
function saidIn({ declaration, chunk }: Stated): string {
  if (declaration.kind === "recommendation") return criterionText(declaration, { chunk });
  if (declaration.kind === "guideline") return spaced(chunk.text, scopeIn(declaration)?.criterion.span);
  const head =
    "type" in declaration && declaration.type
      ? [runText(declaration.type)]
      : "grades" in declaration
        ? [runText(declaration.grades)]
        : [];
  const body = "body" in declaration ? declaration.body : [];
  const lines = body.filter(({ kind }) => !remarks.has(kind)).map(({ span }) => spaced(chunk.text, span));
  return [...head, ...lines].filter(Boolean).join(", ");
}

const remarks: ReadonlySet<Clause["kind"]> = new Set<Clause["kind"]>([
  "wording",
  "cite",
  "note",
  "such as",
  "read as",
  "changed because",
  "taken away because",
]);

const spaced = (text: string, span: Span | undefined): string =>
  span === undefined ? "" : text.slice(span.start, span.end).replaceAll(/\s+/g, " ");

const moveBy = ({ start, end }: Span, by: number): Span => ({ start: start + by, end: end + by });

/** Changes that are not said to be changes, and reasons for changes that are none. */
export function overlayProblems(base: Base | null, all: readonly Sourced[], own: readonly Stated[]): readonly Placed[] {
  return own.flatMap((one, index) => {
    const found = base === null ? reasonAlone(one.declaration) : wrongChange(one, all, base);
    return found === null ? [] : [{ index, problem: found }];
  });
}

function reasonAlone(declaration: Declaration): Problem | null {
  const clause = reasonClause(declaration);
  if (!clause) return null;
  return problem("E0374", clause.span, `\`${clause.kind}\` has nothing to change: this guideline changes no other.`, {
    hint: 'Say below `guideline` which one it changes: `changes "Neck and Upper Back Complaints"`.',
  });
}

function reasonClause(declaration: Declaration): Clause | undefined {
  const body = "body" in declaration ? declaration.body : [];
  return body.find(({ kind }) => kind === "changed because" || kind === "taken away because");
}

function wrongChange(own: Stated, all: readonly Sourced[], { from }: Base): Problem | null {
  const { declaration } = own;
  const clause = reasonClause(declaration);
  const changes = all.some((other) => isChanged(own, other));
  if (clause && !changes) return nothingSuch(clause, declaration, from.value.title, all);
  const redeclares = nameOf(declaration) !== null && changes;
  return redeclares && !clause ? withoutReason(declaration, from.value.title) : null;
}

function nothingSuch(clause: Clause, declaration: Declaration, title: string, all: readonly Sourced[]): Problem {
  const name = shownName(declaration);
  const known = all.filter((other) => nameKey(shownName(other.declaration)) === nameKey(name)).map(saidIn);
  const hint =
    declaration.kind === "recommendation" && known.length > 0
      ? `It says \`${name} ${known.join(`\` and \`${name} `)}\`.`
      : "Take this line away: what the other does not declare is simply added.";
  const what = clause.kind === "taken away because" ? "says no such thing" : `declares no \`${name}\``;
  return problem("E0374", clause.span, `\`${title}\` ${what}, so nothing is changed.`, { hint });
}

function withoutReason(declaration: Declaration, title: string): Problem {
  const { end } = declaration.span;
  const span = "name" in declaration ? declaration.name.span : declaration.span;
  return problem(
    "E0526",
    span,
    `\`${shownName(declaration)}\` is declared by \`${title}\` already, and it is not said that it changes here.`,
    {
      hint: 'Write below it `changed because "..."`, or give it another name.',
      fixes: [
        {
          title: 'Write changed because "..."',
          safe: false,
          edits: [{ span: { start: end, end }, text: '\n  changed because "..."' }],
        },
      ],
    },
  );
}

/** What the base says that cannot be read any more with the changes made here. */
export function brokenByChanges(base: Base | null, inherited: readonly InheritedPart[]): readonly Placed[] {
  if (base === null || base.from.diagnostics.some(({ severity }) => severity === "error")) return [];
  const { index, titleSpan, title } = base.link;
  return inherited.flatMap(({ resolved, parsed, chunk }) =>
    parsed.problems.length > 0
      ? []
      : resolved.problems
          .filter(({ severity }) => severity === "error")
          .map(({ span, message }) => ({
            index,
            problem: problem(
              "E0526",
              titleSpan,
              `With what is changed here \`${spaced(chunk.text, span)}\` of \`${title}\` cannot be read any more.`,
              { hint: message },
            ),
          })),
  );
}
