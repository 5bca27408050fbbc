import type { StudioWorker } from "./protocol.ts";

type Language = Pick<StudioWorker, "completions" | "hover" | "definition" | "tokens" | "format" | "explain">;

export const language: Language = {
  completions: () => [],
  hover: () => null,
  definition: () => null,
  tokens: () => [],
  format: ({ text }) => text,
  explain: () => null,
};
