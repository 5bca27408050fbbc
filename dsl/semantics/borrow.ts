import { type Problem, problem, replace } from "../diagnostic/index.ts";
import type { Neighbour, Neighbours, SharedFile } from "./analysis.ts";
import { type Available, type Borrowed, keysDeclared, nothingBorrowed, withoutPurpose } from "./borrowed.ts";
import { isCaseDate } from "./caseDates.ts";
import type { Origin } from "./borrowedNames.ts";
import type { Placed } from "./declare.ts";
import type { CodeListName, Named } from "./environment.ts";
import type { Link } from "./links.ts";
import type { Guideline } from "./model.ts";
import { markedWith } from "./moved.ts";
import { nameKey } from "./names.ts";
import type { Meaning, Resolved } from "./resolve.ts";
import { closest } from "./suggest.ts";

/** The guideline that a `use` or `changes` line means, or what is wrong with it. */
export type Found = { readonly neighbour: Neighbour & { readonly analysis: SharedFile } } | { readonly wrong: Problem };

/** The neighbour of this title that is in force throughout the time of the guideline that names it. */
export function findNeighbour(link: Link, { titles, linked }: Neighbours, own: Guideline["effective"]): Found {
  const named = linked.filter(({ title }) => nameKey(title) === nameKey(link.title));
  if (named.length === 0) return { wrong: unknownTitle(link, titles) };
  const fitting = named.length === 1 ? named : named.filter(({ effective }) => covers(effective, own));
  const [found, ...others] = fitting;
  if (!found || others.length > 0) return { wrong: unclearVersion(link) };
  const { analysis } = found;
  return analysis === null ? { wrong: inCircle(link, found.circle) } : { neighbour: { ...found, analysis } };
}

function covers(outer: Guideline["effective"], inner: Guideline["effective"]): boolean {
  const begins = outer.from === null || (inner.from !== null && outer.from <= inner.from);
  return begins && (outer.to === null || (inner.to !== null && inner.to <= outer.to));
}

function unknownTitle({ title, titleSpan }: Link, titles: readonly string[]): Problem {
  const near = closest(title, titles);
  const all = [...new Set(titles)].toSorted().slice(0, 5);
  const others =
    all.length === 0 ? "It stands alone here." : `Its set has ${all.map((one) => `\`${one}\``).join(", ")}.`;
  return problem("E0520", titleSpan, `No other guideline of the set is called \`${title}\`.`, {
    hint: near === null ? others : `Did you mean \`${near}\`?`,
    fixes: near === null ? [] : [replace(`Write "${near}"`, titleSpan, `"${near}"`)],
  });
}

function unclearVersion({ title, titleSpan }: Link): Problem {
  return problem(
    "E0525",
    titleSpan,
    `Several guidelines are called \`${title}\`, and it is not clear which is meant.`,
    {
      hint: "The one is meant that is in force as long as this guideline is. Say with `effective from ... to ...` when this one is in force.",
    },
  );
}

function inCircle({ title, titleSpan }: Link, circle: readonly string[]): Problem {
  const [first = "", ...others] = circle.map((one) => `\`${one}\``);
  const way = `${first} rests on ${others.join(", which rests on ")}`;
  return problem("E0522", titleSpan, `\`${title}\` rests on this guideline itself, so neither can be read first.`, {
    hint: `${way}. Put what both need into a third guideline.`,
  });
}

/** Names and meanings from every guideline that is used; a link of an unread guideline gives what it can. */
export function borrow(
  used: readonly { readonly link: Link; readonly from: SharedFile }[],
  incomplete: boolean,
  own: ReadonlySet<string>,
): {
  readonly borrowed: Borrowed;
  readonly problems: readonly Placed[];
} {
  const problems: Placed[] = [];
  const names = new Map<string, Named>();
  const beyond = new Map<string, Named>();
  const origins = new Map<string, Origin>();
  const scales = new Map<string, { readonly name: string; readonly grades: readonly string[] }>();
  const codeLists = new Map<string, CodeListName>();
  const available = new Map<Resolved, Available>();
  for (const { link, from } of used) {
    if (from.diagnostics.some(({ severity }) => severity === "error"))
      problems.push({ index: link.index, problem: usedHasError(link, from) });
    if (link.kind === "changes") {
      for (const [key, named] of from.borrowed.names) {
        if (own.has(key)) continue;
        names.set(key, named);
        origins.set(key, originOf(from, key));
      }
      for (const [key, scale] of from.borrowed.scales) scales.set(key, scale);
      for (const [key, list] of from.borrowed.codeLists) codeLists.set(key, list);
      for (const one of from.borrowed.available)
        if (!keysDeclared(one.resolved).some((key) => own.has(key))) available.set(one.resolved, one);
      continue;
    }
    for (const [key, named] of offered(from)) beyond.set(key, named);
    for (const [key, named] of from.environment.beyond) beyond.set(key, named);
    for (const [key, named] of chosen(link, from, (problem) => problems.push({ index: link.index, problem }))) {
      const origin = originOf(from, key);
      const other = origins.get(key);
      if (other && other.file !== origin.file)
        problems.push({ index: link.index, problem: namedTwice(link, named.name, other) });
      names.set(key, named);
      origins.set(key, origin);
    }
    for (const [key, scale] of from.environment.scales) scales.set(key, scale);
    for (const [key, list] of from.environment.codeLists) codeLists.set(key, list);
    for (const one of availableIn(from)) available.set(one.resolved, one);
  }
  if (used.length === 0 && !incomplete) return { borrowed: nothingBorrowed, problems };
  for (const key of names.keys()) beyond.delete(key);
  const signature = JSON.stringify([
    [...names.values()],
    [...beyond.values()],
    [...scales.values()],
    [...codeLists.values()],
    [...origins],
    incomplete,
  ]);
  return {
    borrowed: { names, scales, codeLists, origins, available: [...available.values()], incomplete, beyond, signature },
    problems,
  };
}

/** The names that the link takes. */
function chosen(link: Link, from: SharedFile, report: (found: Problem) => void): readonly (readonly [string, Named])[] {
  const { names } = link;
  const all = offered(from);
  if (names === null) return all;
  const byKey = new Map(all);
  return names.flatMap(({ name, key, span }) => {
    const named = byKey.get(key);
    if (named) return [[key, named] as const];
    if (!from.environment.scales.has(key) && !from.environment.codeLists.has(key) && !from.environment.faulty.has(key))
      report(unknownName(name, span, link.title, all));
    return [];
  });
}

/** All names but those of what a service of the other guideline is asked for with. */
function offered({ environment }: SharedFile): readonly (readonly [string, Named])[] {
  return [...environment.names].filter(
    ([key, named]) => !isCaseDate(key) && (named.kind !== "fact" || named.fact.askedFor === null),
  );
}

function unknownName(
  name: string,
  span: Link["titleSpan"],
  title: string,
  all: readonly (readonly [string, Named])[],
): Problem {
  const near = closest(
    name,
    all.map(([, named]) => named.name),
  );
  return problem("E0521", span, `\`${title}\` declares nothing called \`${name}\`.`, {
    hint:
      near === null
        ? "A fact, a list, a scale or a definition of that guideline can be used."
        : `Did you mean \`${near}\`?`,
    fixes: near === null ? [] : [replace(`Write ${near}`, span, near)],
  });
}

function originOf({ borrowed, value, source }: SharedFile, key: string): Origin {
  return borrowed.origins.get(key) ?? { title: value.title, file: source.name };
}

const shared = new WeakMap<Meaning, Resolved>();

/** What others may rest on: its own declarations and those it takes itself. */
function availableIn({ parts, borrowed, inherited, value, source }: SharedFile): readonly Available[] {
  const own = parts.map(({ placed }) => {
    const known = shared.get(placed);
    const resolved = known ?? markedWith(withoutPurpose(placed), source.name);
    shared.set(placed, resolved);
    return { title: value.title, file: source.name, resolved };
  });
  const taken = inherited.map(({ placed, file }) => ({ title: value.title, file, resolved: withoutPurpose(placed) }));
  return [...borrowed.available, ...taken, ...own];
}

function usedHasError({ titleSpan, title }: Link, { diagnostics }: SharedFile): Problem {
  const first = diagnostics.find(({ severity }) => severity === "error");
  return problem("E0523", titleSpan, `\`${title}\` has an error, so what it gives cannot be relied on.`, {
    hint: `Put \`${first?.file ?? title}\` right first: ${first?.message ?? ""}`,
  });
}

function namedTwice({ titleSpan, title }: Link, name: string, other: Origin): Problem {
  return problem("E0524", titleSpan, `\`${title}\` and \`${other.title}\` both declare \`${name}\`.`, {
    hint: `Take only what is needed: \`use one name, another name from "${title}"\`, or let one of them use the other's.`,
  });
}
