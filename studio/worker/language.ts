import { format } from "../../dsl/index.ts";
import type { StudioWorker } from "./protocol.ts";

type Language = Pick<StudioWorker, "completions" | "hover" | "definition" | "tokens" | "format">;

export const language: Language = {
  completions: () => [],
  hover: () => null,
  definition: () => null,
  tokens: () => [],
  format: ({ text }) => format(text),
};
