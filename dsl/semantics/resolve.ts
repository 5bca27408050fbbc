import { type Problem, problem, replace } from "../diagnostic/index.ts";
import type { Criterion, Declaration, DeclarationOf, Run } from "../syntax/index.ts";
import { readAuthority } from "./authority.ts";
import { readCalculation } from "./calculation/index.ts";
import { misplacedClauses } from "./clauses.ts";
import { readCountedOnce } from "./countedOnce.ts";
import { CriterionReader } from "./criteria.ts";
import { askedForEntries } from "./declare.ts";
import { deadBelow, deadQualifiers } from "./deadQualifiers.ts";
import { type Environment, exampleEnvironment, type ListShape } from "./environment.ts";
import { readExample } from "./examples.ts";
import { type Header, readHeader } from "./header.ts";
import type { Authority, Calculation, Fact, Guideline } from "./model.ts";
import { nameKey, runText, wordsText } from "./names.ts";
import { resolveAcceptance, resolveAssumption } from "./assumptions.ts";
import { attestation, readNeed } from "./needs.ts";
import type { Use } from "./reading.ts";
import { takesAway } from "./reasons.ts";
import { resolveRecommendation } from "./recommendations.ts";
import { textOf } from "./remarks.ts";
import { readTable } from "./tables.ts";
import { readItems } from "./serviceItems.ts";
import { strayClauses } from "./strayClauses.ts";
import { waivedExclusions } from "./waivedExclusion.ts";
import type { Need } from "./types.ts";
import { readVersions } from "./versions.ts";

/** What one declaration adds to the guideline, in spans of its own text. */
export interface Resolved
  extends Pick<
    Guideline,
    | "scope"
    | "facts"
    | "lists"
    | "subsets"
    | "codeLists"
    | "calculations"
    | "definitions"
    | "tables"
    | "services"
    | "recommendations"
    | "assumptions"
    | "acceptances"
    | "examples"
  > {
  readonly header: Header | null;
  readonly authorities: readonly Authority[];
  readonly uses: readonly Use[];
  readonly problems: readonly Problem[];
}

/** What of it the guideline is made of. */
export type Meaning = Omit<Resolved, "uses" | "problems">;

const nothing: Resolved = {
  header: null,
  authorities: [],
  scope: null,
  facts: [],
  lists: [],
  subsets: [],
  codeLists: [],
  calculations: [],
  definitions: [],
  tables: [],
  services: [],
  recommendations: [],
  assumptions: [],
  acceptances: [],
  examples: [],
  uses: [],
  problems: [],
};

/** The second pass: one declaration, every name known. Words that take away only say which; their names may be gone. `faulty`: its shape has been complained of already. */
export function resolve(declaration: Declaration, text: string, environment: Environment, faulty: boolean): Resolved {
  const reader = new CriterionReader(text, environment);
  const added = { ...nothing, ...resolveKind(declaration, text, reader, environment, faulty) };
  return {
    ...added,
    calculations: [...reader.calculations, ...added.calculations],
    uses: [...reader.uses, ...added.uses],
    problems: [
      ...(takesAway(declaration) ? [] : reader.problems),
      ...added.problems,
      ...misplacedClauses(declaration, environment),
      ...strayClauses(declaration),
      ...deadBelow(declaration),
      ...waivedExclusions(declaration, text),
    ],
  };
}

function resolveKind(
  declaration: Declaration,
  text: string,
  reader: CriterionReader,
  environment: Environment,
  faulty: boolean,
): Partial<Resolved> {
  if (takesAway(declaration) && declaration.kind !== "recommendation") return {};
  const named = declaration.kind === "define" ? environment.names.get(nameKey(runText(declaration.name))) : undefined;
  switch (declaration.kind) {
    case "guideline":
      return resolveHeader(declaration, reader);
    case "fact":
      return environment.names.get(nameKey(runText(declaration.name)))?.kind === "list"
        ? resolveList(declaration, environment)
        : resolveFacts([declarationFact(declaration)], null, environment);
    case "define":
      return named?.kind === "calculated"
        ? resolveCalculation(declaration, named.type, environment, text, faulty)
        : resolveDefinition(declaration, reader, environment, faulty);
    case "service":
      return resolveService(declaration, environment, faulty);
    case "recommendation":
      return resolveRecommendation(declaration, reader, environment);
    case "assumption":
      return resolveAssumption(declaration, reader);
    case "acceptance":
      return resolveAcceptance(declaration, reader);
    case "example":
      return readExample(declaration, exampleEnvironment(environment), faulty);
    case "codes":
      return resolveCodeList(declaration, environment);
    case "table":
      return readTable(declaration, reader, environment, faulty);
    case "authority":
      return readAuthority(declaration);
    case "scale":
    case "unknown":
      return {};
  }
}

function resolveHeader(declaration: DeclarationOf<"guideline">, reader: CriterionReader): Partial<Resolved> {
  const { header, problems } = readHeader(declaration);
  const scope =
    declaration.body.flatMap((clause) => (clause.kind === "applies when" ? [reader.read(clause.criterion)] : []))[0] ??
    null;
  return { header, scope, problems };
}

function resolveCodeList({ name, body }: DeclarationOf<"codes">, { codeLists }: Environment): Partial<Resolved> {
  const named = codeLists.get(nameKey(runText(name)));
  return named ? { codeLists: [{ ...named, ...textOf(body), span: name.span }] } : {};
}

interface FactLine {
  readonly name: Run;
  readonly body: DeclarationOf<"fact">["body"];
}

const declarationFact = ({ name, body }: DeclarationOf<"fact">): FactLine => ({ name, body });

function resolveFacts(
  lines: readonly FactLine[],
  askedFor: string | null,
  environment: Environment,
): Partial<Resolved> {
  const problems: Problem[] = [];
  const facts = lines.flatMap(({ name, body }) => {
    const named = environment.names.get(nameKey(runText(name)));
    if (named?.kind !== "fact") return [];
    const { key, type, fact } = named;
    return [
      {
        name: named.name,
        key,
        type,
        askedFor,
        orNone: fact.orNone,
        needs: needsOf(body, problems),
        ...textOf(body),
        span: name.span,
      },
    ];
  });
  return { facts, problems };
}

/** `fact oxygen test: list, each with` and its fields below. */
function resolveList({ name, body }: DeclarationOf<"fact">, environment: Environment): Partial<Resolved> {
  const named = environment.names.get(nameKey(runText(name)));
  if (named?.kind !== "list") return {};
  const problems: Problem[] = [];
  const lines = new Map(
    body.flatMap((clause) => (clause.kind === "entry" ? [[keyOf(clause), clause] as const] : [])).toReversed(),
  );
  const fields = named.list.fields.map((field): Fact => {
    const line = lines.get(field.key);
    const text = textOf(line?.body ?? []);
    const span = line?.name.span ?? name.span;
    return {
      name: field.name,
      key: field.key,
      type: field.type,
      askedFor: null,
      orNone: field.fact.orNone,
      needs: [],
      ...text,
      span,
    };
  });
  const { key } = named;
  const { countedOnce, problems: miscounted } = readCountedOnce(body, named.list);
  const needs = needsOf(body, problems);
  return {
    lists: [{ name: named.name, key, fields, needs, countedOnce, ...textOf(body), span: name.span }],
    problems: [...problems, ...miscounted],
  };
}

const keyOf = ({ name }: { readonly name: Run }): string => nameKey(runText(name));

function needsOf(body: FactLine["body"], problems: Problem[]): readonly Need[] {
  const attested = attestation(body);
  if (attested && "wrong" in attested) problems.push(attested.wrong);
  const stated = body.flatMap((clause) => {
    if (clause.kind !== "needs") return [];
    const read = readNeed(clause.run);
    if ("needs" in read) return read.needs;
    problems.push(read.wrong);
    return [];
  });
  return attested && "need" in attested ? [attested.need, ...stated] : stated;
}

function resolveDefinition(
  declaration: DeclarationOf<"define">,
  reader: CriterionReader,
  environment: Environment,
  faulty: boolean,
): Partial<Resolved> {
  const { name, body } = declaration;
  const meaning = body.find((clause) => clause.kind === "as");
  const byDate = readVersions(body, reader);
  const named = environment.names.get(nameKey(runText(name)));
  if (named?.kind === "subset" && meaning?.kind === "as")
    return resolveSubset(declaration, meaning.criterion, named.list, reader);
  const silent = !byDate && !meaning && !faulty && !declaration.type && !body.some(({ kind }) => kind === "line");
  const problems = silent ? [withoutMeaning(name)] : (byDate?.problems ?? []);
  const text = textOf(body);
  const own = meaning?.kind === "as" && !byDate ? reader.readQualified(meaning.criterion, body) : null;
  const criterion = byDate?.criterion ?? own;
  const definitions = criterion
    ? [{ name: runText(name), key: nameKey(runText(name)), criterion, ...text, span: name.span }]
    : [];
  return { definitions, problems };
}

function resolveCalculation(
  declaration: DeclarationOf<"define">,
  type: Calculation["type"],
  environment: Environment,
  text: string,
  faulty: boolean,
): Partial<Resolved> {
  const read = readCalculation(declaration, type, environment, text, faulty);
  const dead = deadQualifiers(
    declaration.body,
    "a calculated number",
    "A number is not met, so it cannot be waived. Write the condition below a criterion that compares it.",
  );
  return { ...read, problems: [...read.problems, ...dead] };
}

/** `define test at rest as oxygen test where its activity is rest` */
function resolveSubset(
  { name, body }: DeclarationOf<"define">,
  criterion: Criterion,
  list: ListShape,
  reader: CriterionReader,
): Partial<Resolved> {
  if (criterion.kind !== "selection") return {};
  const where = reader.readEntry(criterion.where, list);
  const uses: readonly Use[] = [{ key: list.key, kind: "list", span: criterion.run.span }];
  const problems = deadQualifiers(
    body,
    "a definition that names entries of a list",
    "Which entries count is said after `where`. Write the condition where the entries are asked for: in a criterion such as `any recent injection`.",
  );
  if (!where) return { uses, problems };
  return {
    uses,
    problems,
    subsets: [
      { name: runText(name), key: nameKey(runText(name)), list: list.key, where, ...textOf(body), span: name.span },
    ],
  };
}

/** `define failed as program failed` in one line is the commonest way to say nothing. */
function withoutMeaning({ words, span }: Run): Problem {
  const said = wordsText(words);
  const at = words.findIndex(({ text }, index) => index > 0 && /^(as|means|=)$/i.test(text));
  const [before, joint, meaning] = [words[at - 1], words[at], wordsText(words.slice(at + 1))];
  const split = before && joint && meaning !== "" ? { start: before.span.end, end: joint.span.end } : null;
  return problem("E0304", span, `\`${said}\` has no meaning yet.`, {
    hint: split
      ? `Write it on the line below: \`as ${meaning}\`.`
      : "Write below it what it means: `as strengthening program lasted at least 6 weeks AND strengthening program failed`.",
    fixes: split ? [replace(`Write as ${meaning} on the line below`, split, "\n  as")] : [],
  });
}

function resolveService(
  declaration: DeclarationOf<"service">,
  environment: Environment,
  faulty: boolean,
): Partial<Resolved> {
  const { name } = declaration;
  const { items, problems } = readItems(declaration, faulty);
  const key = nameKey(runText(name));
  const asked = resolveFacts(askedForEntries(declaration), key, environment);
  return {
    ...asked,
    services: [{ name: runText(name), key, items, span: name.span }],
    problems: [...problems, ...(asked.problems ?? [])],
  };
}
