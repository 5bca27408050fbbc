export { type ListedCodes, readCodeList } from "./list.ts";
export { aCodeOf, readCodes, wrongCode } from "./read.ts";
export { codeDomain } from "./space.ts";
export { codeShapes, codeSystems, systemAt } from "./systems.ts";
export { codesInWords } from "./words.ts";
