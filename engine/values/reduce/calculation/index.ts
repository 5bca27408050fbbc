export { evaluate, type Operands, type Possible } from "./arithmetic.ts";
export { type Calculated, calculate, type Known } from "./calculate.ts";
export { halfSteps } from "./halfSteps.ts";
export { anyNumber, difference, type Interval, relativeChange, scaled } from "./interval.ts";
