import { type Holding, holdings } from "../../set/index.ts";
import type { PayloadSet } from "./source.ts";
import { type Told, toldBy } from "./told.ts";

/**
 * `CHANGELOG.md`: what this release changes in the words of its guidelines, of a first one what it holds, and below it what those
 * before did.
 */
export function changelog({ about, before, set }: PayloadSet, comparison: unknown): string {
  const earlier = before.find(({ path }) => path === "CHANGELOG.md");
  const earlierText = earlier === undefined ? "" : new TextDecoder().decode(earlier.content);
  const [, ...sections] = earlierText.split(/^(?=## )/m);
  const all = [changelogHead({ about, set }, comparison), ...sections];
  return all
    .map((section) => section.trimEnd())
    .join("\n\n")
    .concat("\n");
}

/** What stands above what is carried along. */
function changelogHead({ about, set }: Pick<PayloadSet, "about" | "set">, comparison: unknown): string {
  const told = toldBy(comparison);
  const lines = told === null ? (about.previous === null ? held(set) : []) : linesOf(told);
  const said = [step(about), ...(lines.length === 0 ? [] : [lines.join("\n")])];
  return `# Changes to ${plain(about.title)}\n\n## ${about.version}\n\n${said.join("\n\n")}\n`;
}

/** What a first release holds, a line for each guideline. */
function held(set: PayloadSet["set"]): readonly string[] {
  const { guidelines, cases } = holdings(set);
  return [...guidelines.map(heldBy), `- ${counted(cases, "case")}.`];
}

function heldBy({ guideline, source, services, criteria, facts, examples }: Holding): string {
  const hidden = services.length - mostShown;
  const named = services.slice(0, mostShown).map((service) => `**${plain(service)}**`);
  const more = hidden > 0 ? [`${hidden} more`] : [];
  const decides = services.length === 0 ? [] : [`decides ${[...named, ...more].join(", ")}`];
  const counts = `${criteria === 1 ? "1 criterion" : `${criteria} criteria`} and ${counted(facts, "fact")}`;
  const parts = [
    ...decides,
    counts,
    counted(examples, "example"),
    ...(source === null ? [] : [`from ${plain(source)}`]),
  ];
  return `- The guideline “${plain(guideline)}”: ${parts.join("; ")}.`;
}

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? "" : "s"}`;

function step({ bump, previous }: PayloadSet["about"]): string {
  if (previous === null) return "The first release.";
  const than = `than ${previous.version}`;
  if (bump === "patch") return `It decides no differently ${than}.`;
  return bump === "minor" ? `It decides more, and no differently ${than}.` : `It may decide otherwise ${than}.`;
}

function linesOf({ because, guidelines, services, definitions }: Told): readonly string[] {
  return [
    ...(because === null ? [] : [`- ${plain(because)}`]),
    ...guidelines.flatMap(({ guideline, change, remarks, facts }) => [
      ...(change === "compared" ? [] : [`- The guideline “${plain(guideline)}” is ${change}.`]),
      ...remarks.map((remark) => `- ${plain(remark)}`),
      ...facts.map(({ sentence }) => `- ${plain(sentence)}`),
    ]),
    ...services.flatMap((service) => changed(`**${plain(service.service)}**`, service, saidOf(service))),
    ...definitions.flatMap((each) =>
      changed(`“${plain(each.definition)}”, in ${plain(each.guideline)}`, each, formerName(each.called)),
    ),
  ];
}

type Changed = Pick<Told["services"][number], "change" | "verdict" | "because" | "transitions">;

function changed(name: string, of: Changed, remarks: readonly string[]): readonly string[] {
  const lines = [...remarks, ...(of.because === null ? [] : [`Not proved: ${of.because}`]), ...transitions(of)];
  if (of.change === "compared" && of.verdict === "same" && lines.length === 0) return [];
  const word = of.change === "compared" ? of.verdict : of.change;
  return [`- ${name}: ${word}.`, ...lines.map((line) => `  - ${plain(line).replaceAll("\n", "\n    ")}`)];
}

function saidOf({ called, movedFrom, remarks }: Told["services"][number]): readonly string[] {
  return [...formerName(called), ...(movedFrom === null ? [] : [`It was moved from “${movedFrom}”.`]), ...remarks];
}

const formerName = (called: string | null): readonly string[] =>
  called === null ? [] : [`It was called “${called}”.`];

/** Longer lists nobody reads; `comparison.json` has all that are known. */
const mostShown = 12;

function transitions(of: Changed): readonly string[] {
  return of.transitions.map(({ from, to, inWords = [], complete = true, missing, moves }) => {
    const what = from === to ? `What is ${from} may come out otherwise` : `What was ${from} is ${to}`;
    if (missing.length > 0) return `${what} while ${missing.map((fact) => `“${fact}”`).join(", ")} ${open(moves)}.`;
    const [only] = inWords;
    if (inWords.length === 0) return `${what}.`;
    if (inWords.length === 1 && complete) return `${what} when ${only}.`;
    const hidden = inWords.length - mostShown;
    const more = hidden > 0 || !complete ? ["- and in more ways than are listed here"] : [];
    return [`${what} when`, ...inWords.slice(0, mostShown).map((way) => `- ${way}`), ...more].join("\n");
  });
}

/** Where every case that was found holds two statements which disagree, nothing is missing of the record. */
function open(moves: Changed["transitions"][number]["moves"]): string {
  const found = moves.filter(({ state }) => state === "found");
  return found.length > 0 && found.every(({ conflicting }) => conflicting)
    ? "is told in two ways"
    : "is not documented";
}

/** Markdown renders HTML; a name of a guideline is none. */
function plain(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
