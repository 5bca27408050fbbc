import { type Fact, nameKey } from "../../../../dsl/index.ts";
import type { Why } from "../rejections.ts";
import type { Aspect } from "./header.ts";

/** What the cells of one fact say, as a case file would; `undefined`: they are empty, the fact was never asked. */
export type FactData = { readonly data: unknown } | { readonly problem: Why } | undefined;

/** `said`: the cells of the fact that are not empty. */
export function factData(name: string, said: ReadonlyMap<Aspect, string>, declared: readonly Fact[]): FactData {
  if (said.size === 0) return undefined;
  const value = valueOf(said, declared);
  const evidence = evidenceOf(said);
  if (value === "both") return refused(`\`${name}\` is given as a value and in parts.`, "Give the one or the other.");
  if (value === undefined) return refused(`\`${name}\` has evidence and no value.`, "Give the value too.");
  if (value === unknown) return { data: unknown };
  return { data: evidence === undefined ? value : { value, evidence } };
}

const refused = (what: string, hint: string): FactData => ({
  problem: { kind: "wrong value", reason: `${what} ${hint}` },
});

/** As case files say that someone looked and the record does not say. */
const unknown = "not documented";

const parts = ["response", "lasted", "from", "to"] as const;

function valueOf(said: ReadonlyMap<Aspect, string>, declared: readonly Fact[]): unknown {
  const value = said.get("value");
  const given = parts.flatMap((part) => (said.has(part) ? [[part, said.get(part)] as const] : []));
  if (value === undefined) return given.length === 0 ? undefined : Object.fromEntries(given);
  if (given.length > 0) return "both";
  return isUnknown(value, declared) ? unknown : value;
}

/** `unknown` is said of a fact, unless it is one of the values that the fact can have. */
function isUnknown(value: string, declared: readonly Fact[]): boolean {
  const said = value.toLowerCase();
  if (said === unknown) return true;
  return said === "unknown" && !declared.some(({ type }) => optionsOf(type).some((option) => nameKey(option) === said));
}

function optionsOf(type: Fact["type"]): readonly string[] {
  if (type.kind === "one of") return type.options;
  return type.kind === "scale" ? type.grades : [];
}

function evidenceOf(said: ReadonlyMap<Aspect, string>): unknown {
  const given = [
    ["kind", said.get("evidence")],
    ["date", said.get("evidence date")],
    ["author", said.get("evidence author")],
  ].filter(([, text]) => text !== undefined);
  return given.length === 0 ? undefined : Object.fromEntries(given);
}
