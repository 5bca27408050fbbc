import { isCaseDate } from "../../dsl/index.ts";
import type { Ask, Posed } from "./posed.ts";

/** Whether what is asked may be impossible on some dates of a case and possible on others. */
export function isDated({ parts }: Posed, { part, quantity }: Ask): boolean {
  const { program } = parts[part] ?? {};
  if (quantity.anchor !== undefined || quantity.window !== undefined || isCaseDate(quantity.fact)) return true;
  if (program?.reductions.some(({ fact }) => fact.key === quantity.fact)) return true;
  const calculated = program?.calculations.find(({ fact }) => fact.key === quantity.fact);
  return calculated !== undefined && JSON.stringify(calculated.calculation.value).includes('"anchor"');
}
