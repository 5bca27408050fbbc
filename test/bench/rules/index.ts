export { compiledByHand } from "./byHand.ts";
export { closureByHand } from "./closuresByHand.ts";
export { type BenchCase, benchCases, benchFacts } from "./facts.ts";
export { type Chance, seeded } from "./chance.ts";
export { AnswerCheck, type BenchAnswer, type Implementation, oneByOne } from "./implementation.ts";
export { compiledClosures, generatedJavaScript } from "./ours.ts";
export { benchProgram, criterionOf, knownOf } from "./program.ts";
export { type BenchRule, benchRules, type BenchTest } from "./rules.ts";
