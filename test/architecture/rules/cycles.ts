import type { Problem, Rule, Tree } from "../rule.ts";
import { type Import, importsOf } from "../scan/imports.ts";

type Graph = ReadonlyMap<string, readonly Import[]>;

function cycles(tree: Tree): readonly Problem[] {
  const graph = withoutLooseEnds(new Map(tree.sources.map((file) => [file.path, importsOf(file)])));
  const seen = new Set<string>();
  const problems: Problem[] = [];
  for (const path of graph.keys()) {
    const loop = seen.has(path) ? null : wayBack(graph, path);
    if (loop === null) continue;
    for (const member of loop) seen.add(member);
    problems.push(problem(graph, loop));
  }
  return problems;
}

/** What is left when files that import none of those left are taken away again and again: nothing where there is no circle. */
function withoutLooseEnds(graph: Graph): Graph {
  const importers = Map.groupBy(
    [...graph.keys()].flatMap((path) => neighbours(graph, path).map((target) => ({ path, target }))),
    ({ target }) => target,
  );
  const left = new Map([...graph.keys()].map((path) => [path, neighbours(graph, path).length]));
  const ends = [...left].flatMap(([path, count]) => (count === 0 ? [path] : []));
  for (const end of ends)
    for (const { path } of importers.get(end) ?? []) {
      const count = (left.get(path) ?? 0) - 1;
      left.set(path, count);
      if (count === 0) ends.push(path);
    }
  const loose = new Set(ends);
  return new Map([...graph].filter(([path]) => !loose.has(path)));
}

/** The shortest way from a file back to itself, by breadth: `[a, b, a]`; null when there is none. */
function wayBack(graph: Graph, start: string): readonly string[] | null {
  const queue: (readonly string[])[] = [[start]];
  const reached = new Set<string>();
  for (const way of queue) {
    for (const next of neighbours(graph, way.at(-1) ?? start)) {
      if (next === start) return [...way, start];
      if (!reached.has(next)) queue.push([...way, next]);
      reached.add(next);
    }
  }
  return null;
}

function neighbours(graph: Graph, path: string): readonly string[] {
  return (graph.get(path) ?? []).flatMap(({ target }) => (target !== null && graph.has(target) ? [target] : []));
}

function problem(graph: Graph, loop: readonly string[]): Problem {
  const [path = "", next] = loop;
  const line = graph.get(path)?.find(({ target }) => target === next)?.line ?? 0;
  const message = `these files import each other in a circle, ${loop.join(" -> ")}: move what both need into a file of its own`;
  return { path, line, message };
}

export const noCycles: Rule = {
  name: "no import cycles, not even of types",
  check: cycles,
  good: [
    { "dsl/a.ts": 'import { b } from "./b.ts"; b();', "dsl/b.ts": 'import { c } from "./c.ts"; c();', "dsl/c.ts": "" },
  ],
  bad: [
    {
      "dsl/a.ts": 'import { b } from "./b.ts"; b();',
      "dsl/b.ts": 'import type { A } from "./a.ts"; export type B = A;',
    },
    {
      "dsl/a.ts": 'export * from "./b.ts";',
      "dsl/b.ts": 'export type B = import("./c.ts").C;',
      "dsl/c.ts": 'export const c = () => import("./a.ts");',
    },
    { "dsl/a.ts": 'import { a } from "./a.ts"; export { a };' },
  ],
};
