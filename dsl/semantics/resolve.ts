import { type Problem, problem, replace } from "../diagnostic/index.ts";
import type { Declaration, DeclarationOf, Run } from "../syntax/index.ts";
import { misplacedClauses } from "./clauses.ts";
import { CriterionReader, type Use } from "./criteria.ts";
import { askedForEntries } from "./declare.ts";
import type { Environment } from "./environment.ts";
import { readExample } from "./examples.ts";
import { type Header, readHeader } from "./header.ts";
import type { Definition, Example, Expression, Fact, Recommendation, Service } from "./model.ts";
import { nameKey, runText } from "./names.ts";
import { readNeed } from "./needs.ts";
import { textOf } from "./remarks.ts";
import { readItems } from "./serviceItems.ts";
import { closest } from "./suggest.ts";
import type { Need } from "./types.ts";

/** What one declaration adds to the guideline, in spans of its own text. */
export interface Resolved {
  readonly header: Header | null;
  readonly scope: Expression | null;
  readonly facts: readonly Fact[];
  readonly definitions: readonly Definition[];
  readonly services: readonly Service[];
  readonly recommendations: readonly Recommendation[];
  readonly examples: readonly Example[];
  readonly uses: readonly Use[];
  readonly problems: readonly Problem[];
}

const nothing: Resolved = {
  header: null,
  scope: null,
  facts: [],
  definitions: [],
  services: [],
  recommendations: [],
  examples: [],
  uses: [],
  problems: [],
};

/** The second pass: one declaration, every name known. `faulty`: its shape has been complained of already. */
export function resolve(declaration: Declaration, text: string, environment: Environment, faulty: boolean): Resolved {
  const reader = new CriterionReader(text, environment);
  const added = { ...nothing, ...resolveKind(declaration, reader, environment, faulty) };
  return {
    ...added,
    uses: [...reader.uses, ...added.uses],
    problems: [...reader.problems, ...added.problems, ...misplacedClauses(declaration)],
  };
}

function resolveKind(
  declaration: Declaration,
  reader: CriterionReader,
  environment: Environment,
  faulty: boolean,
): Partial<Resolved> {
  switch (declaration.kind) {
    case "guideline":
      return resolveHeader(declaration, reader);
    case "fact":
      return resolveFacts([declarationFact(declaration)], null, environment);
    case "define":
      return resolveDefinition(declaration, reader, faulty);
    case "service":
      return resolveService(declaration, environment);
    case "recommendation":
      return resolveRecommendation(declaration, reader, environment);
    case "example":
      return readExample(declaration, environment, faulty);
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

function needsOf(body: FactLine["body"], problems: Problem[]): readonly Need[] {
  return body.flatMap((clause) => {
    if (clause.kind !== "needs") return [];
    const read = readNeed(clause.run);
    if ("need" in read) return [read.need];
    problems.push(read.wrong);
    return [];
  });
}

function resolveDefinition(
  declaration: DeclarationOf<"define">,
  reader: CriterionReader,
  faulty: boolean,
): Partial<Resolved> {
  const { name, body } = declaration;
  const meaning = body.find((clause) => clause.kind === "as");
  const problems = meaning || faulty ? [] : [withoutMeaning(name)];
  const text = textOf(body);
  const criterion =
    meaning?.kind === "as"
      ? reader.qualify(reader.read(meaning.criterion), body, { wording: null, citation: null, notes: [] })
      : null;
  const definitions = criterion
    ? [{ name: runText(name), key: nameKey(runText(name)), criterion, ...text, span: name.span }]
    : [];
  return { definitions, problems };
}

function withoutMeaning(name: Run): Problem {
  return problem("E0304", name.span, `\`${runText(name)}\` has no meaning yet.`, {
    hint: "Write below it what it means: `as strengthening program lasted at least 6 weeks AND strengthening program failed`.",
  });
}

function resolveService(declaration: DeclarationOf<"service">, environment: Environment): Partial<Resolved> {
  const { name } = declaration;
  const { items, problems } = readItems(declaration);
  const key = nameKey(runText(name));
  const asked = resolveFacts(askedForEntries(declaration), key, environment);
  return {
    ...asked,
    services: [{ name: runText(name), key, items, span: name.span }],
    problems: [...problems, ...(asked.problems ?? [])],
  };
}

function resolveRecommendation(
  declaration: DeclarationOf<"recommendation">,
  reader: CriterionReader,
  environment: Environment,
): Partial<Resolved> {
  const { service, body, relation, span } = declaration;
  const text = textOf(body);
  const key = nameKey(runText(service));
  const known = environment.services.get(key);
  const criterion = reader.qualify(reader.read(declaration.criterion), body, {
    wording: null,
    citation: null,
    notes: [],
  });
  if (!known) return { problems: [unknownService(service, environment)] };
  const uses: readonly Use[] = [{ key, kind: "service", span: service.span }];
  return { uses, recommendations: criterion ? [{ service: key, kind: relation, criterion, ...text, span }] : [] };
}

function unknownService(run: Run, environment: Environment): Problem {
  const written = runText(run);
  const names = [...environment.services.values()].map((service) => service.name);
  const near = closest(written, names);
  const hint = near
    ? `Did you mean \`${near}\`?`
    : `Declare it: \`service ${written}\`, and below it what can be asked for.`;
  return problem("E0303", run.span, `No service is called \`${written}\`.`, {
    hint,
    fixes: near ? [replace(`Write ${near}`, run.span, near)] : [],
  });
}
