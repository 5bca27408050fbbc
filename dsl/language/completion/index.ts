export type { Completion, CompletionKind } from "./completion.ts";
export { completions } from "./completions.ts";
