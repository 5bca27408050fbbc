export { calculatedQuantities, namedIn } from "./calculations.ts";
export { type Comparison, neededOfEither } from "./comparisons.ts";
export {
  boundsOf,
  constant,
  type CountFormula,
  everyNode,
  everyTest,
  operandsOf,
  type TestFormula,
  type WeightedFormula,
} from "./formulas.ts";
export type {
  CalculatedQuantity,
  Formula,
  GuidelineProgram,
  Limit,
  ListReduction,
  MadeOf,
  Origin,
  Quantity,
  QuantityPart,
  ServiceProgram,
  TableProgram,
} from "./ir.ts";
export { lower } from "./lower.ts";
export { assumptionGoals, type Goal, outcomeGoals, type SettledOutcome, settledOutcomes } from "./outcomes.ts";
export { definitionOf, rootsOf, serviceOf } from "./programs.ts";
export { documented, quantityOf, windowInWords } from "./quantities.ts";
export { rankedRows } from "./tables.ts";
export { lowerServices } from "./services.ts";
