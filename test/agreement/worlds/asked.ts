import type { SettledOutcome } from "../../../engine/ir/index.ts";
import { type Criterion, questionsOf } from "./criteria.ts";
import type { Phrase, Question, World } from "./question.ts";

/** A guideline as text, and by its own words what it answers in a world. Its service is `imaging`. */
export interface Asked {
  readonly text: string;
  readonly questions: readonly Question[];
  /** By the names of its definitions. */
  readonly criteria: ReadonlyMap<string, (world: World) => boolean>;
  readonly outcome: (world: World) => SettledOutcome;
  /** What is assumed of every case. */
  readonly isAssumed: (world: World) => boolean;
}

/** A definition: the lines below its name, and what they come to. */
export interface Definition extends Omit<Criterion, "text"> {
  readonly name: string;
  readonly lines: readonly string[];
}

/** An `if` and what it is limited to. */
export interface Recommended {
  readonly criterion: Criterion;
  readonly limits: readonly Criterion[];
}

/** What is said of the service. */
export interface Rules {
  readonly scope: readonly Criterion[];
  readonly ifs: readonly Recommended[];
  readonly onlyIfs: readonly Criterion[];
  readonly redFlags: readonly Criterion[];
  readonly excludes: readonly Criterion[];
  readonly limits: readonly Criterion[];
  readonly otherwiseNotAddressed: boolean;
}

export const noRules: Rules = {
  scope: [],
  ifs: [],
  onlyIfs: [],
  redFlags: [],
  excludes: [],
  limits: [],
  otherwiseNotAddressed: false,
};

/** What is assumed: `always` or `never` a criterion. */
export type Assumption = readonly ["always" | "never", Criterion];

export function asked(
  definitions: readonly Definition[],
  rules: Rules,
  assumptions: readonly Assumption[] = [],
): Asked {
  const phrases = [
    ...definitions.flatMap((each) => each.phrases),
    ...criteriaOf(rules).flatMap((each) => each.phrases),
    ...assumptions.flatMap(([, { phrases: own }]) => own),
  ];
  return {
    text: [
      ...head(rules),
      ...declarations(phrases),
      service(questionsOf(phrases)),
      ...definitions.map(({ name, lines }) => [`define ${name}`, ...lines.map((line) => `  ${line}`)].join("\n")),
      ...recommendations(rules),
      ...assumptions.map(([word, { text }]) => `${word} ${text}`),
    ]
      .join("\n\n")
      .concat("\n"),
    questions: questionsOf(phrases),
    criteria: new Map(definitions.map(({ name, isSo }) => [name, isSo])),
    outcome: (world) => outcomeIn(rules, world),
    isAssumed: (world) => assumptions.every(([word, { isSo }]) => isSo(world) === (word === "always")),
  };
}

/** Scope first, then what excludes, then the criteria, then how much of it is given. */
function outcomeIn(rules: Rules, world: World): SettledOutcome {
  const isSo = ({ isSo: so }: Criterion): boolean => so(world);
  if (!rules.scope.every(isSo)) return "not addressed";
  if (rules.excludes.some(isSo)) return "excluded";
  const recommended = rules.ifs.filter(({ criterion }) => isSo(criterion));
  const flagged = rules.redFlags.some(isSo);
  const required = rules.onlyIfs.every(isSo);
  if (!flagged && rules.otherwiseNotAddressed && recommended.length === 0) return "not addressed";
  if (!flagged && (!required || recommended.length === 0)) return "criteria not met";
  const inFull = flagged || (required && recommended.some(({ limits }) => limits.every(isSo)));
  return inFull && rules.limits.every(isSo) ? "criteria met" : "modified";
}

const criteriaOf = ({ scope, ifs, onlyIfs, redFlags, excludes, limits }: Rules): readonly Criterion[] => [
  ...scope,
  ...ifs.flatMap(({ criterion, limits: own }) => [criterion, ...own]),
  ...onlyIfs,
  ...redFlags,
  ...excludes,
  ...limits,
];

function head({ scope }: Rules): readonly string[] {
  const lines = ['guideline "Generated"', '  source "S", page 1', "  effective from 2009-01-01"];
  return [[...lines, ...scope.map(({ text }) => `  applies when ${text}`)].join("\n")];
}

function declarations(phrases: readonly Phrase[]): readonly string[] {
  const facts = questionsOf(phrases).filter(({ place }) => place !== "asked for");
  return [...new Set([...facts, ...phrases].flatMap(({ declared }) => declared))];
}

function service(questions: readonly Question[]): string {
  const fields = questions.filter(({ place }) => place === "asked for").flatMap(({ declared }) => declared);
  const below = fields.length === 0 ? [] : ["  asked for", ...fields.map((field) => `    ${field}`)];
  return ["service imaging", "  MRI    CPT 72141", ...below].join("\n");
}

function recommendations(rules: Rules): readonly string[] {
  const each = (kind: string, criteria: readonly Criterion[]) => criteria.map(({ text }) => `imaging ${kind} ${text}`);
  return [
    ...rules.ifs.map(({ criterion, limits }) =>
      [`imaging if ${criterion.text}`, ...limits.map(({ text }) => `  limited to ${text}`)].join("\n"),
    ),
    ...each("only if", rules.onlyIfs),
    ...each("red flag if", rules.redFlags),
    ...each("excluded if", rules.excludes),
    ...each("limited to", rules.limits),
    ...(rules.otherwiseNotAddressed ? ["imaging otherwise not addressed"] : []),
  ];
}
