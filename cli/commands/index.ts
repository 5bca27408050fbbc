export { explainCommand } from "./explain.ts";
export { serveCommand } from "./serve.ts";
export { studioCommand } from "./studio.ts";
export { verifyCommand } from "./verify.ts";
