import { celEnv, parse, plan } from "@bufbuild/cel";
import type { BenchRule, Implementation } from "../rules/index.ts";
import { inCel } from "./cel.ts";
import { twice, withNulls } from "./twice.ts";

/** Expressions are parsed and planned once. */
export function bufbuildCel(rules: readonly BenchRule[]): Implementation {
  const environment = celEnv();
  return twice(rules, (sure) => plan(environment, parse(inCel(sure))), withNulls);
}
