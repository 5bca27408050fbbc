import type { LangiumParser } from "langium";
import { createServicesForGrammar } from "langium/grammar";
import { grammar } from "./grammar.ts";

/** A parser of rules of the shape of our recommendations, ready to parse. */
export async function langiumParser(): Promise<LangiumParser> {
  const { parser } = await createServicesForGrammar({ grammar });
  return parser.LangiumParser;
}
