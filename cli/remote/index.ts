export { type Remote, remoteOf } from "./address.ts";
export { download } from "./download.ts";
export { type Answer, ask } from "./ask.ts";
export { earlierTexts } from "./earlier.ts";
export { reportUnanswered } from "./report.ts";
