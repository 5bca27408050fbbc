import type { Answer, FactEvidence, NotDocumentedReason } from "../values/index.ts";
import type { Finding } from "./determination.ts";
import type { Node } from "./node.ts";
import { openParts, reasonWords } from "./nodeReasons.ts";
import { groupWords, type Outline, type Tree } from "./outline/index.ts";
import { nearestReason } from "./reasons.ts";
import { evidenceFor, type Scene } from "./scene.ts";
import { type TableAnswer, tableAnswer } from "./tableFound.ts";

/** The tree of findings of one formula. */
export function nodeOf(of: Scene, { root, repeated }: Tree): Node {
  return filled({ scene: of, repeated, nodes: new Map() }, root);
}

interface Filling {
  readonly scene: Scene;
  readonly repeated: ReadonlySet<Outline>;
  /** Of the outlines that are repeated: what they were found to be. */
  readonly nodes: Map<Outline, Node>;
}

function filled(of: Filling, outline: Outline): Node {
  const { above } = outline;
  if (above !== null) return again(of.nodes.get(above) ?? filled(of, above), outline);
  const parts = outline.parts.length === 0 ? noParts : outline.parts.map((part) => filled(of, part));
  const node = { finding: findingOf(of, outline, parts), outline, parts };
  if (of.repeated.has(outline)) of.nodes.set(outline, node);
  return node;
}

const noParts: readonly never[] = [];

/** In the place of what a definition rests on, where it was told before. */
const shownAbove = "Shown in full above.";

function again({ finding }: Node, outline: Outline): Node {
  const { id, role, criterion, label } = outline;
  return { finding: { ...finding, id, role, criterion, label, reasonText: shownAbove, parts: [] }, outline, parts: [] };
}

function findingOf(of: Filling, outline: Outline, parts: readonly Node[]): Finding {
  const { scene } = of;
  const { fact, group } = outline;
  const answer = answerOf(scene, outline);
  const evidence = fact === null ? null : evidenceFor(scene, fact.key);
  const reason = answer === "not documented" ? reasonOf(scene, outline, evidence, parts) : null;
  const table = tableIn(of, outline, parts);
  return {
    id: outline.id,
    role: outline.role,
    criterion: outline.criterion,
    wording: outline.wording,
    citation: outline.citation,
    label: outline.label,
    answer,
    reason,
    reasonText: table?.said ?? reasonWords(answer, reason, { fact, evidence, group, parts }),
    evidence: evidence?.admitted ?? [],
    weakerEvidence: evidence?.demoted ?? [],
    joined: group === null || group.kind === "table" ? null : groupWords(group),
    table: table?.found ?? null,
    fact: fact?.name ?? null,
    span: outline.formula.span,
    parts: parts.length === 0 ? noParts : parts.map((part) => part.finding),
  };
}

function tableIn(of: Filling, { table, parts: outlines }: Outline, parts: readonly Node[]): TableAnswer | null {
  if (table === null) return null;
  const rows = table.rows === outlines ? parts : table.rows.map((row) => of.nodes.get(row) ?? filled(of, row));
  return tableAnswer(of.scene, table.table, rows);
}

/** A contradictory case is refused as a whole, in a diagnostic; none of its criteria is decided. */
function answerOf({ compiled, information }: Scene, { formula }: Outline): Answer {
  const verdict = compiled.answer(formula, information);
  return verdict === "contradictory" ? "not documented" : verdict;
}

function reasonOf(
  of: Scene,
  { formula }: Outline,
  evidence: FactEvidence | null,
  parts: readonly Node[],
): NotDocumentedReason {
  if (parts.length > 0) return nearestReason(openParts(parts).map((part) => part.finding.reason)) ?? "never asked";
  const quantity = formula.kind === "test" ? of.information.quantities.get(formula.quantity) : undefined;
  return quantity?.reason ?? evidence?.reason ?? "never asked";
}
