export {
  type Analyses,
  definitionAcross,
  type PlacedOccurrence,
  referencesAcross,
  renameAcross,
  type RenamingAcross,
  renameTargetAcross,
} from "./across.ts";
export { applyEdits } from "./applyEdits.ts";
export { type Completion, type CompletionKind, completions } from "./completion/index.ts";
export { definition } from "./definition.ts";
export { describeType } from "./describe/index.ts";
export { editExample, type ExampleEdit } from "./editExample.ts";
export { type Fold, folding } from "./folding.ts";
export { type Relayout, relayouts } from "./layouts/index.ts";
export { type Hover, hover } from "./hover.ts";
export {
  criterionInWords,
  type ParaphraseForm,
  paraphrase,
  type ReadBack,
  readBack,
  type SaidLine,
  type SaidPiece,
  type Unread,
  valueInWords,
} from "./paraphrase/index.ts";
export { type OutlineEntry, type OutlineKind, outline, outlineOf } from "./outline.ts";
export { type QuickFix, quickFixes } from "./quickFixes.ts";
export type { MarkKind, Occurrence } from "./reading/index.ts";
export { references } from "./references.ts";
export { type Renaming, rename, renameTarget } from "./rename.ts";
export { type Token, tokens } from "./tokens.ts";
