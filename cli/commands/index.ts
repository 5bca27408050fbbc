export { checkCommand } from "./check.ts";
export { determineCommand } from "./determine.ts";
export { explainCommand } from "./explain.ts";
export { formatCommand } from "./format.ts";
export { serveCommand } from "./serve.ts";
export { studioCommand } from "./studio.ts";
export { verifyCommand } from "./verify.ts";
