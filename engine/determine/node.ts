import type { Finding } from "./determination.ts";
import type { Outline } from "./outline/index.ts";

/** A finding with the outline that it fills in. */
export interface Node {
  readonly finding: Finding;
  readonly outline: Outline;
  readonly parts: readonly Node[];
}

/** Every test below a node, in the order of the guideline. */
export function testsOf(node: Node): readonly Node[] {
  const tests: Node[] = [];
  collectTests(node, tests);
  return tests;
}

/** As `testsOf`, after what `into` holds already. */
export function collectTests(node: Node, into: Node[]): void {
  if (node.parts.length === 0) into.push(node);
  else for (const part of node.parts) collectTests(part, into);
}

/** A node, and everything below it. */
export function withParts(node: Node): readonly Node[] {
  return [node, ...node.parts.flatMap(withParts)];
}
