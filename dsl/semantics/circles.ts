import { type Problem, problem } from "../diagnostic/index.ts";
import type { Span } from "../source/index.ts";
import type { Placed } from "./declare.ts";
import type { Part } from "./part.ts";

/** What is defined by other names: a definition, a table or a calculated number. */
interface Defined {
  readonly name: string;
  readonly key: string;
  readonly span: Span;
}

/** A definition, where it stands and what definitions it uses. */
interface Node {
  readonly index: number;
  readonly definition: Defined;
  readonly uses: readonly string[];
}

/** How many definitions may stand one inside the other. A committee loses the thread at six; evaluation is recursive. */
const deepestDefinitions = 60;

/** `define a as b`, `define b as a`: each circle once, at its first definition; and definitions in too many layers. */
export function circles(parts: readonly Part[]): readonly Placed[] {
  const nodes = new Map(parts.flatMap(({ resolved }, index) => nodesOf(index, resolved)));
  const layers = layersOf(nodes);
  return [...circular(nodes, layers), ...layered(nodes, layers)];
}

function nodesOf(
  index: number,
  { definitions, tables, calculations, uses }: Part["resolved"],
): readonly (readonly [string, Node])[] {
  const used = [...new Set(uses.flatMap(({ kind, key }) => (meansMore.has(kind) ? [key] : [])))];
  const declared = [...definitions, ...tables, ...calculations.filter((calculation) => calculation.declared)];
  return declared.map((definition) => [definition.key, { index, definition, uses: used }]);
}

const meansMore: ReadonlySet<string> = new Set(["definition", "table", "calculated"]);

/** How many layers of definitions each needs, itself included; nothing for those that lead into a circle. */
function layersOf(nodes: ReadonlyMap<string, Node>): ReadonlyMap<string, number> {
  const users = usersOf(nodes);
  const open = new Map([...nodes].map(([key, { uses }]) => [key, uses.filter((use) => nodes.has(use)).length]));
  const layers = new Map<string, number>([...open].flatMap(([key, left]) => (left === 0 ? [[key, 1] as const] : [])));
  const ready = [...layers.keys()];
  for (let at = 0; at < ready.length; at++) {
    const key = ready[at] ?? "";
    for (const user of users.get(key) ?? []) {
      const left = (open.get(user) ?? 0) - 1;
      open.set(user, left);
      if (left > 0) continue;
      layers.set(user, 1 + Math.max(...(nodes.get(user)?.uses ?? []).map((use) => layers.get(use) ?? 0)));
      ready.push(user);
    }
  }
  return layers;
}

function usersOf(nodes: ReadonlyMap<string, Node>): ReadonlyMap<string, readonly string[]> {
  const users = new Map<string, string[]>();
  for (const [key, { uses }] of nodes)
    for (const use of uses) {
      const known = users.get(use);
      if (known) known.push(key);
      else users.set(use, [key]);
    }
  return users;
}

function circular(nodes: ReadonlyMap<string, Node>, layers: ReadonlyMap<string, number>): readonly Placed[] {
  const told = new Set<string>();
  return [...nodes].flatMap(([key, { index, definition }]) => {
    if (layers.has(key) || told.has(key)) return [];
    const circle = circleFrom(key, nodes, layers);
    for (const member of circle) told.add(member);
    const names = circle.map((member) => nodes.get(member)?.definition.name ?? member);
    return circle.length === 0 ? [] : [{ index, problem: turnsInCircle(definition, names) }];
  });
}

/** The shortest way from a definition back to itself; empty when it only leads into a circle. */
function circleFrom(
  start: string,
  nodes: ReadonlyMap<string, Node>,
  layers: ReadonlyMap<string, number>,
): readonly string[] {
  const cameFrom = new Map<string, string>();
  const reached = [start];
  for (let at = 0; at < reached.length; at++) {
    const key = reached[at] ?? "";
    for (const next of nodes.get(key)?.uses ?? []) {
      if (next === start) return wayBack(key, cameFrom);
      if (layers.has(next) || cameFrom.has(next)) continue;
      cameFrom.set(next, key);
      reached.push(next);
    }
  }
  return [];
}

function wayBack(last: string, cameFrom: ReadonlyMap<string, string>): readonly string[] {
  const way = [last];
  for (let key = cameFrom.get(last); key !== undefined; key = cameFrom.get(key)) way.push(key);
  return way.toReversed();
}

function turnsInCircle({ span }: Defined, circle: readonly string[]): Problem {
  const [first = "", ...others] = circle;
  const chain = circle.length > 6 ? [...circle.slice(0, 5), "..."] : circle;
  const needs = chain.map((name, at) => (at === 0 ? `\`${name}\` needs` : `\`${name}\`, which needs`)).join(" ");
  return problem("E0312", span, `\`${first}\` is defined by itself, so it can never be answered.`, {
    hint: `${others.length === 0 ? `\`${first}\` needs \`${first}\`` : `${needs} \`${first}\``}. Define it by facts instead.`,
  });
}

function layered(nodes: ReadonlyMap<string, Node>, layers: ReadonlyMap<string, number>): readonly Placed[] {
  return [...nodes].flatMap(([key, { index, definition }]) =>
    layers.get(key) === deepestDefinitions + 1 ? [{ index, problem: tooManyLayers(definition) }] : [],
  );
}

function tooManyLayers({ name, span }: Defined): Problem {
  return problem("E0113", span, `\`${name}\` needs ${deepestDefinitions} definitions one inside the other.`, {
    hint: "Define it by facts, or by definitions that are nearer to the facts.",
  });
}
