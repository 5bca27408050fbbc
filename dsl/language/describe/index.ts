export { describeType } from "./describeType.ts";
export { helpOn, helpOnTest } from "./help.ts";
export { escaped } from "./markdown.ts";
export { describeSymbol } from "./symbolText.ts";
