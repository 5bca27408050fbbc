export { describeType } from "./describeType.ts";
export { helpOn } from "./help.ts";
export { helpOnTest, helpOnWords } from "./helpOnTests.ts";
export { escaped } from "./markdown.ts";
export { describeSymbol } from "./symbolText.ts";
