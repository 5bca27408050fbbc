export { type Remote, remoteOf } from "./address.ts";
export { download } from "./download.ts";
export { enter, type Login, loginOf } from "./enter.ts";
export { type Answer, ask } from "./ask.ts";
export { fetchFile } from "./fetchFile.ts";
export { type LoggedRelease, type RemoteReleases, releasesAt } from "./releases.ts";
export { isAddress, sourceAt } from "./source.ts";
export { earlierTexts } from "./earlier.ts";
export { reportUnanswered } from "./report.ts";
