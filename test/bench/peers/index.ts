import type { BenchRule, Implementation } from "../rules/index.ts";
import { bufbuildCel } from "./bufbuildCel.ts";
import { cedar } from "./cedar.ts";
import { celJs } from "./celJs.ts";
import { cqlExecution } from "./cqlExecution.ts";
import { feelin } from "./feelin.ts";
import { jexl } from "./jexl.ts";
import { jsonLogicEngine } from "./jsonLogicEngine.ts";
import { jsonLogicJs } from "./jsonLogicJs.ts";
import { jsonRulesEngine } from "./jsonRulesEngine.ts";
import { zen } from "./zen.ts";

/** A rule engine of others, used as its own documentation recommends for speed. */
export interface Peer {
  readonly name: string;
  readonly ready: (rules: readonly BenchRule[]) => Implementation;
  /** How many cases a round takes: enough for some ten milliseconds, where that is possible. */
  readonly cases: number;
  /** How many cases its answers are checked on. */
  readonly checked: number;
}

export const peers: readonly Peer[] = [
  { name: "json-logic-engine", ready: jsonLogicEngine, cases: 50, checked: 1000 },
  { name: "gorules-zen", ready: zen, cases: 20, checked: 1000 },
  { name: "marcbachmann-cel-js", ready: celJs, cases: 20, checked: 1000 },
  { name: "json-logic-js", ready: jsonLogicJs, cases: 10, checked: 1000 },
  { name: "bufbuild-cel", ready: bufbuildCel, cases: 10, checked: 1000 },
  { name: "cedar-wasm", ready: cedar, cases: 10, checked: 1000 },
  { name: "jexl", ready: jexl, cases: 10, checked: 1000 },
  { name: "cql-execution", ready: cqlExecution, cases: 5, checked: 1000 },
  // A thousand cases would take these minutes.
  { name: "json-rules-engine", ready: jsonRulesEngine, cases: 1, checked: 50 },
  { name: "feelin", ready: feelin, cases: 1, checked: 10 },
];
