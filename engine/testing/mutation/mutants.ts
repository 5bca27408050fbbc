import type { Span } from "../../../dsl/index.ts";
import type { GuidelineInSet } from "../../determine/index.ts";
import type { Edit } from "./edit.ts";
import { operators } from "./operators/index.ts";
import { placesOf } from "./places.ts";

/** One mistake in the text of a guideline set, and what becomes of every guideline that takes the text for its own. */
export interface Mutant {
  /** The same for the same text: `OR for AND neck.guideline:120-164`. */
  readonly id: string;
  readonly operator: string;
  readonly file: string;
  readonly span: Span;
  /** In the guideline's words. */
  readonly before: string;
  readonly after: string;
  readonly edits: ReadonlyMap<GuidelineInSet, Edit>;
}

/** Every mutant of a set: guideline after guideline, and in each in the order of the text. */
export function mutantsOf(guidelines: readonly GuidelineInSet[]): readonly Mutant[] {
  const byId = new Map<string, Mutant & { readonly edits: Map<GuidelineInSet, Edit> }>();
  for (const own of guidelines)
    for (const [id, edit] of editsOf(own)) {
      const known = byId.get(id);
      if (known !== undefined) known.edits.set(own, edit);
      else byId.set(id, mutantOf(id, own, edit));
    }
  const order = new Map([...byId.values()].map(({ file }, at) => [file, at] as const).toReversed());
  return [...byId.values()].toSorted(
    (a, b) => (order.get(a.file) ?? 0) - (order.get(b.file) ?? 0) || a.span.start - b.span.start,
  );
}

function mutantOf(id: string, own: GuidelineInSet, edit: Edit): Mutant & { readonly edits: Map<GuidelineInSet, Edit> } {
  const { operator, span, before, after } = edit;
  return { id, operator, file: fileOf(own, span), span, before, after, edits: new Map([[own, edit]]) };
}

/** What is taken from another guideline stands in its file, and is one text there. */
const fileOf = ({ guideline }: GuidelineInSet, span: Span): string => span.file ?? guideline.file;

function editsOf(own: GuidelineInSet): ReadonlyMap<string, Edit> {
  const places = placesOf(own.guideline);
  const edits = new Map<string, Edit>();
  for (const operator of operators)
    for (const edit of operator(own.guideline, places)) {
      const { span } = edit;
      const place = `${edit.operator} ${fileOf(own, span)}:${span.start}-${span.end}`;
      let id = place;
      for (let count = 2; edits.has(id); count++) id = `${place} ${count}`;
      edits.set(id, edit);
    }
  return edits;
}
