export { type CompiledGuideline, closures } from "./closures/index.ts";
export {
  agreedOutcome,
  type Answers,
  type Evaluator,
  type Known,
  type Verdict,
  verdictOf,
} from "./evaluator.ts";
export { interpret, interpreter } from "./interpreter.ts";
