export {
  agreedOutcome,
  type Answers,
  type Evaluator,
  type Known,
  type SettledOutcome,
  type Verdict,
  verdictOf,
} from "./evaluator.ts";
export { interpret, interpreter } from "./interpreter.ts";
