import type { Finding } from "../../engine/determine/index.ts";

/** A line of the tree as it is shown, in reading order. */
export interface TreeLine {
  readonly id: string;
  readonly parent: string | null;
  readonly firstPart: string | null;
}

export type TreeStep = { readonly kind: "focus" | "open" | "close"; readonly id: string };

/** What is folded: everything below the criteria of a recommendation, unless it was toggled. */
export function closedIn(findings: readonly Finding[], toggled: ReadonlySet<string>, level = 1): ReadonlySet<string> {
  const own = findings.filter(({ id, parts }) => parts.length > 0 && toggled.has(id) !== level > 1).map(({ id }) => id);
  const below = findings.flatMap(({ parts }) => [...closedIn(parts, toggled, level + 1)]);
  return new Set([...own, ...below]);
}

export function visibleLines(
  findings: readonly Finding[],
  closed: ReadonlySet<string>,
  parent: string | null = null,
): readonly TreeLine[] {
  return findings.flatMap((finding) => {
    const line = { id: finding.id, parent, firstPart: finding.parts[0]?.id ?? null };
    return closed.has(finding.id) ? [line] : [line, ...visibleLines(finding.parts, closed, finding.id)];
  });
}

/** What a key does on the line `current`; `null`: nothing, the browser may have it. */
export function move(
  key: string,
  current: string | null,
  lines: readonly TreeLine[],
  closed: ReadonlySet<string>,
): TreeStep | null {
  const index = lines.findIndex(({ id }) => id === current);
  const line = lines[index];
  if (line === undefined) return null;
  if (key === "ArrowDown") return focus(lines[index + 1]?.id);
  if (key === "ArrowUp") return focus(lines[index - 1]?.id);
  if (key === "Home") return focus(lines[0]?.id);
  if (key === "End") return focus(lines.at(-1)?.id);
  const canClose = line.firstPart !== null && !closed.has(line.id);
  const canOpen = line.firstPart !== null && closed.has(line.id);
  if (key === "ArrowRight") return canOpen ? { kind: "open", id: line.id } : focus(line.firstPart);
  if (key === "ArrowLeft") return canClose ? { kind: "close", id: line.id } : focus(line.parent);
  return null;
}

function focus(id: string | null | undefined): TreeStep | null {
  return id === null || id === undefined ? null : { kind: "focus", id };
}
