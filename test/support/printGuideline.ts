import {
  type Arithmetic,
  caseDates,
  codesInWords,
  type Authority,
  type Example,
  type Expression,
  type Fact,
  type FactType,
  type Guideline,
  HIGHEST,
  type ListTest,
  LOWEST,
  type Moment,
  NONE,
  type Part,
  type Range,
  sitesInWords,
  type Recommendation,
  type Table,
  type Test,
  type TimeTested,
  trialResponses,
} from "../../dsl/index.ts";

/** The checked meaning of a guideline, compact enough to be compared with its text by eye. */
export function printGuideline(guideline: Guideline): string {
  const fields = guideline.lists.flatMap((list) => list.fields);
  const declared = [...fields, ...caseDates, ...guideline.facts, ...guideline.tables, ...guideline.calculations];
  const types = new Map(declared.map(({ key, type }) => [key, type]));
  const say = (expression: Expression) => printExpression(expression, types);
  const lines = [
    `guideline: ${guideline.title}`,
    `source: ${guideline.source?.title ?? "none"} | ${guideline.source?.locator ?? "no pages"}`,
    ...(guideline.levels ?? []).map(({ level, question }) => `rests on: ${level} | ${question}`),
    ...(guideline.adoptedBy.length > 0 ? [`adopted by: ${guideline.adoptedBy.join(" | ")}`] : []),
    ...(guideline.effective.from === null
      ? []
      : [`effective: ${guideline.effective.from} to ${guideline.effective.to}`]),
    ...(guideline.scope ? [`scope: ${say(guideline.scope)}`] : []),
    ...guideline.facts.map(printFact),
    ...guideline.lists.flatMap((list) => [
      `list ${list.name}${printText(list)}`,
      ...list.fields.map((field) => `  ${printFact(field)}`),
    ]),
    ...guideline.codeLists.map(printCodeList),
    ...guideline.calculations.map(
      (each) => `calculate ${each.name}: ${printType(each.type)} as ${printArithmetic(each.value)}${printText(each)}`,
    ),
    ...guideline.definitions.map((each) => `define ${each.name}: ${say(each.criterion)}${printText(each)}`),
    ...guideline.tables.flatMap((table) => printTable(table, say)),
    ...guideline.services.flatMap(({ name, items }) => [
      `service ${name}`,
      ...items.map(
        (item) => `  ${[item.name, ...item.codes.map(({ system, code }) => `${system} ${code}`)].join(" | ")}`,
      ),
    ]),
    ...guideline.recommendations.map((each) => printRecommendation(each, say)),
    ...guideline.assumptions.map((each) => `${each.holds} ${say(each.criterion)}${printText(each)}`),
    ...guideline.acceptances.map(
      ({ problem, where, because, ...text }) =>
        `accept ${problem}${where ? ` where ${say(where)}` : ""} because ${because}${printText(text)}`,
    ),
    ...guideline.examples.flatMap((example) => printExample(example, types)),
    ...(guideline.authority === null ? [] : printAuthority(guideline.authority)),
  ];
  return `${lines.join("\n")}\n`;
}

function printRecommendation(each: Recommendation, say: (inner: Expression) => string): string {
  const limits = each.limits.map((limit) => ` limited to ${say(limit)}`).join("");
  return `${each.service} ${each.kind} ${say(each.criterion)}${limits}${printText(each)}`;
}

function printAuthority({ title, ranks, evidence, ...said }: Authority): readonly string[] {
  return [
    `authority ${title}${printText(said)}`,
    ...ranks.map((rank) => `  ${rank.when}: ${rank.names.map(({ name }) => name).join(" | ")}${printText(rank)}`),
    ...evidence.map((one) => `  evidence for ${one.question}: ${one.levels.join(" > ")}${printText(one)}`),
  ];
}

type Types = ReadonlyMap<string, FactType>;

interface Said {
  readonly wording: string | null;
  readonly citation: string | null;
  readonly notes: readonly string[];
}

function printText({ wording, citation, notes }: Said): string {
  const said = [
    ...(wording === null ? [] : [`"${wording}"`]),
    ...(citation === null ? [] : [`cite ${citation}`]),
    ...notes.map((note) => `note: ${note}`),
  ];
  return said.length === 0 ? "" : `  {${said.join("; ")}}`;
}

function printFact(fact: Fact): string {
  const more = [
    ...(fact.orNone ? ["or none"] : []),
    ...(fact.askedFor === null ? [] : [`asked for with ${fact.askedFor}`]),
    ...fact.needs.map(({ kind, text }) => `needs ${kind} (${text})`),
  ];
  return `fact ${fact.name}: ${[printType(fact.type), ...more].join(", ")}${printText(fact)}`;
}

function printCodeList({ name, codes, ...text }: Guideline["codeLists"][number]): string {
  const held = codes.map((each) => `${each.system} ${codesInWords(each.system, [each]).join(" ")}`);
  return `codes ${name}: ${held.join(" | ")}${printText(text)}`;
}

function printType(type: FactType): string {
  switch (type.kind) {
    case "one of":
      return `one of ${type.options.join(" | ")}`;
    case "number":
    case "calculated":
      return `number in ${type.unit?.ucum ?? "nothing"} to ${type.decimals} decimals`;
    case "age":
      return `age at ${type.at}`;
    case "scale":
      return `grade of ${type.scale}: ${type.grades.join(" | ")}`;
    case "body site":
      return `body site in ${type.regions.join(" | ")}`;
    case "code":
      return `${type.system} code`;
    default:
      return type.kind;
  }
}

function printExpression(expression: Expression, types: Types): string {
  const say = (inner: Expression): string => printExpression(inner, types);
  const label = expression.label === undefined ? "" : `${expression.label} `;
  switch (expression.kind) {
    case "test":
      return label + printTest(expression.test, types);
    case "criterion":
      return `${label}<${expression.definition}>`;
    case "list test":
      return `${label}${printListTest(expression.test, types)}${expression.test.where ? ` where ${say(expression.test.where)}` : ""}`;
    case "table test":
      return `${label}[${expression.table}] in ${printRanges(expression.ranges, types.get(expression.table), "value")}`;
    case "interval test":
      return `${label}${expression.bound} [${expression.table}] ${printTime(expression.time, say)}`;
    case "not":
      return `${label}not(${say(expression.operand)})`;
    case "by date":
      return `${label}by date(${expression.versions.map(({ from, to, criterion }) => `${from ?? "ever"} to ${to ?? "ever"}: ${say(criterion)}`).join("; ")})`;
    case "qualified":
      return label + printQualified(expression, say);
    case "at least":
    case "exactly":
      return `${label}${expression.kind} ${expression.count}(${expression.operands.map(say).join("; ")})`;
    default:
      return `${label}${expression.kind}(${expression.operands.map(say).join("; ")})`;
  }
}

function printListTest({ list, reduce, ranges }: ListTest, types: Types): string {
  const values =
    reduce.kind === "field"
      ? printRanges(ranges, types.get(reduce.field), reduce.part)
      : printRanges(ranges, undefined, "value");
  return `${JSON.stringify(reduce)} of [${list}] in ${values}`;
}

function printTime(time: TimeTested, say: (inner: Expression) => string): string {
  if (time.kind === "from anchor") return `of [${time.fact}] ${time.side} ${time.anchor}`;
  const { reduce, list, where } = time.test;
  return `${JSON.stringify(reduce)} of [${list}]${where ? ` where ${say(where)}` : ""}`;
}

function printTable(table: Table, say: (inner: Expression) => string): readonly string[] {
  const value = (of: number): string => printPoint(of, table.type, "value");
  return [
    `${table.form} ${table.name}: ${printType(table.type)}, ${table.policy}${printText(table)}`,
    ...table.rows.map((row) => `  ${value(row.value)} if ${say(row.criterion)}${printText(row)}`),
    ...(table.otherwise === null ? [] : [`  ${value(table.otherwise)} otherwise`]),
  ];
}

function printQualified(
  { criterion, waivers, exceptions, requirements, ...said }: Expression & { kind: "qualified" },
  say: (inner: Expression) => string,
): string {
  const clauses = [
    ...waivers.map((waiver) => ` waived if ${say(waiver)}`),
    ...exceptions.map((exception) => ` but not if ${say(exception)}`),
    ...requirements.map(
      ({ when, requires, ...text }) => ` when ${say(when)} requires ${say(requires)}${printText(text)}`,
    ),
  ];
  return `${say(criterion)}${clauses.join("")}${printText(said)}`;
}

function printTest(test: Test, types: Types): string {
  const name = `[${test.fact}]`;
  if (test.kind === "documented") return `${name} documented ${test.as}`;
  if (test.kind === "date near anchor")
    return `${name} from ${test.from ?? "ever"} to ${test.to ?? "ever"} ${test.unit} of ${test.anchor}`;
  if (test.kind === "lasted within") {
    const { amount, unit, anchor } = test.window;
    return `${name} ${test.count} within ${amount} ${unit} before ${anchor} in ${printRanges(test.ranges, undefined, "value")}`;
  }
  if (test.kind === "same")
    return `${name} ${test.same ? "" : "not "}same ${test.aspect} as [${test.ofCase ? "case: " : ""}${test.other}]`;
  const part = test.part === "value" ? "" : ` ${test.part}`;
  return `${name}${part} in ${printRanges(test.ranges, types.get(test.fact), test.part)}`;
}

function printRanges(ranges: readonly Range[], type: FactType | undefined, part: Part): string {
  if (type?.kind === "code" && part === "value") {
    const none = ranges.some(({ low }) => low === NONE) ? ["none"] : [];
    return `{${[...none, ...codesInWords(type.system, ranges)].join(", ")}}`;
  }
  if (type?.kind === "body site" && part === "value") {
    const none = ranges.some(({ low }) => low === NONE) ? ["none"] : [];
    return `{${[...none, ...sitesInWords(type.regions, ranges)].join(", ")}}`;
  }
  const end = (value: number): string => printPoint(value, type, part);
  const said = ranges.map(({ low, high }) => {
    if (low === high) return end(low);
    return `${low === LOWEST ? "" : end(low)}..${high >= Number.MAX_SAFE_INTEGER || high === HIGHEST ? "" : end(high)}`;
  });
  return `{${said.join(", ")}}`;
}

function printPoint(value: number, type: FactType | undefined, part: Part): string {
  if (value === NONE) return "none";
  if (part === "response") return trialResponses[value] ?? String(value);
  if (part !== "value" || type === undefined) return String(value);
  if (type.kind === "yes or no") return value === 1 ? "yes" : "no";
  if (type.kind === "one of") return type.options[value] ?? String(value);
  if (type.kind === "scale") return type.grades[value] ?? String(value);
  if (type.kind === "date") return new Date(value * 86_400_000).toISOString().slice(0, 10);
  if (type.kind === "calculated") return printHalf(value, type.decimals);
  return type.kind === "number" ? (value / 10 ** type.decimals).toFixed(type.decimals) : String(value);
}

/** `2k + 1` lies between two steps: `39.5+`. */
function printHalf(value: number, decimals: number): string {
  const steps = Math.floor(value / 2);
  return `${(steps / 10 ** decimals).toFixed(decimals)}${value % 2 === 0 ? "" : "+"}`;
}

function printArithmetic(value: Arithmetic): string {
  const moment = (at: Moment): string => (at.kind === "fact" ? `[${at.fact}]` : at.anchor);
  switch (value.kind) {
    case "number":
      return value.value;
    case "fact":
      return value.factor === "1" ? `[${value.fact}]` : `${value.factor} [${value.fact}]`;
    case "in unit":
      return `${printArithmetic(value.amount)} per ${value.factor}`;
    case "days":
    case "months":
      return `${value.kind}(${moment(value.from)}; ${moment(value.to)})`;
    case "percent decrease":
    case "percent increase":
      return `${value.kind}(${printArithmetic(value.from)}; ${printArithmetic(value.to)})`;
    default:
      return `${value.kind}(${printArithmetic(value.left)}; ${printArithmetic(value.right)})`;
  }
}

function printExample({ title, entries, expectations }: Example, types: Types): readonly string[] {
  return [
    `example: ${title}`,
    ...entries.map(({ fact, parts, by }) => {
      const said = parts.map(({ part, ranges }) => {
        const values = printRanges(ranges, types.get(fact), part);
        return part === "value" ? values : `${part} ${values}`;
      });
      return `  [${fact}] ${said.length === 0 ? "not documented" : said.join(", ")}${by === null ? "" : ` by ${by}`}`;
    }),
    ...expectations.map(({ subject, kind, answer }) => `  expect ${kind} ${subject}: ${answer}`),
  ];
}
