import type { Example, Expression, Guideline, Recommendation } from "../../semantics/index.ts";
import { format } from "../../syntax/index.ts";
import { type Criterion, inOutline, inSentences, partsOf } from "./criteria.ts";
import {
  authorityBlock,
  type Block,
  calculationBlock,
  codeListBlock,
  definitionBlock,
  factBlock,
  inForce,
  listBlock,
  scaleBlocks,
  serviceBlock,
  subsetBlock,
  tableBlock,
} from "./declarations.ts";
import { inline, type Saying, spelledOut } from "./inline.ts";
import { type Names, namesIn } from "./names.ts";
import { indented } from "./outline.ts";
import { quoted, textLines } from "./text.ts";

/** Each criterion as a sentence in one line, or as an outline of numbered bullets. */
export type ParaphraseForm = "sentences" | "outline";

/**
 * A checked guideline said back in canonical words: itself the text of a guideline, which means the same. What a guideline
 * takes from others of its set stands in it as its own. Comments are left out. Of `whole` the names are known, though only
 * `guideline` is said.
 */
export function paraphrase(guideline: Guideline, form: ParaphraseForm, whole: Guideline = guideline): string {
  const names = namesIn(whole);
  const saying: Saying = { guideline: whole, names };
  const say = form === "outline" ? inOutline(saying) : inSentences(saying);
  const record = guideline.facts.filter(({ askedFor }) => askedFor === null);
  const blocks: Readonly<Record<Declared, readonly Block[]>> = {
    title: [headBlock(guideline, say), ...scaleBlocks(guideline)],
    authority: guideline.authority === null ? [] : [authorityBlock(guideline.authority)],
    codeLists: guideline.codeLists.map(codeListBlock),
    facts: record.map(factBlock),
    lists: guideline.lists.map(listBlock),
    subsets: guideline.subsets.map((subset) => subsetBlock(subset, saying)),
    calculations: guideline.calculations.filter(({ declared }) => declared).map(calculationBlock),
    definitions: guideline.definitions.map((definition) => definitionBlock(definition, say)),
    tables: guideline.tables.map((table) => tableBlock(table, say)),
    services: guideline.services.map((service) => serviceBlock(service, guideline.facts)),
    recommendations: guideline.recommendations.map((each) => recommendationBlock(each, saying, say)),
    assumptions: guideline.assumptions.map(({ holds, criterion, ...text }) => [
      ...say(holds, bare(criterion)),
      ...textLines(text).map(indented),
    ]),
    acceptances: guideline.acceptances.map(({ problem, where, because, ...text }) => [
      `accept ${problem}${where === null ? "" : ` where ${inline(where, saying)}`} because ${quoted(because)}`,
      ...textLines(text).map(indented),
    ]),
    examples: guideline.examples.map((example) => exampleBlock(example, guideline, names)),
  };
  const said = Object.values(blocks).flat();
  return format(`${said.map((lines) => lines.join("\n")).join("\n\n")}\n`);
}

/** What a guideline holds, in the order in which it is said; the rest stands below its title, or is merged into these. */
type Declared = Exclude<
  keyof Guideline,
  "file" | "titleSpan" | "source" | "adoptedBy" | "levels" | "effective" | "scope" | "overlay" | "restsOn"
>;

/** Below these lines no waiver or exception may stand, so that what it means stands in the line. */
const bare = (criterion: Expression): Expression =>
  criterion.kind === "qualified" ? spelledOut(criterion) : criterion;

function headBlock({ title, source, adoptedBy, levels = [], effective, scope }: Guideline, say: Criterion): Block {
  const published = source === null ? [] : [`source ${quoted(source.title)}${locator(source.locator)}`];
  return [
    `guideline ${quoted(title)}`,
    ...[
      ...published,
      ...(adoptedBy.length === 0 ? [] : [`adopted by ${adoptedBy.join(", ")}`]),
      ...(levels.length === 0
        ? []
        : [`rests on ${levels.map(({ level, question }) => `${level} for ${question}`).join(", ")}`]),
      ...(effective.from === null ? [] : [inForce(effective.from, effective.to)]),
      ...(scope === null ? [] : say("applies when", bare(scope))),
    ].map(indented),
  ];
}

const locator = (said: string | null): string =>
  said === null ? "" : `, ${/[^\w .,-]/.test(said) ? quoted(said) : said}`;

function recommendationBlock(recommendation: Recommendation, saying: Saying, say: Criterion): Block {
  const { service, kind, criterion, limits } = recommendation;
  const ruledOut = kind === "is not covered" && !asksNothing(criterion);
  const asks = ruledOut || !alone.has(kind);
  const head = `${saying.names.nameOf(service)} ${kind}${ruledOut ? " if" : ""}`;
  const clauses = kind === "otherwise not addressed" ? [] : partsOf(criterion, saying, head).clauses;
  const asked = asks ? say(head, criterion) : [head, ...clauses];
  const limited = limits.flatMap((limit) => say("limited to", bare(limit)));
  return [...asked, ...[...limited, ...textLines(recommendation)].map(indented)];
}

/** What a bare `is not covered` asks: nothing, whatever stands below it. */
function asksNothing(criterion: Expression): boolean {
  if (criterion.kind === "qualified") return asksNothing(criterion.criterion);
  return criterion.kind === "all" && criterion.operands.length === 0;
}

/** Relations that no criterion need follow; exceptions may stand below them. */
const alone: ReadonlySet<string> = new Set(["is covered", "is not covered", "otherwise not addressed"]);

function exampleBlock(example: Example, guideline: Guideline, names: Names): Block {
  const { title, dates, entries, lists, expectations, text } = example;
  const nameOfField = (list: string, field: string): string =>
    guideline.lists.find(({ key }) => key === list)?.fields.find(({ key, name }) => key === field || name === field)
      ?.name ?? field;
  const stated = lists.flatMap(({ list, complete, entries: known }) => [
    `${names.nameOf(list)}${complete ? ", complete" : ""}:`,
    ...known.map(
      (fields) => `  - ${fields.map(({ field, value }) => `${nameOfField(list, field)}: ${value}`).join(", ")}`,
    ),
  ]);
  return [
    `example ${quoted(title)}`,
    ...[
      ...Object.entries(dates).map(([anchor, date]) => `${anchor}: ${date}`),
      ...entries.map(({ fact, value, by }) => `${names.nameOf(fact)}: ${value}${by === null ? "" : `, by ${by}`}`),
      ...stated,
      ...expectations.map(({ subject, answer }) => `expect ${names.nameOf(subject)}: ${answer}`),
      ...textLines(text),
    ].map(indented),
  ];
}
