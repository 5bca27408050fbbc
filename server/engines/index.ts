export { type Asked, askEngine, type Question, type ReleaseContent } from "./ask.ts";
export { buildTried } from "./buildTried.ts";
export { engineBundle } from "./bundle.ts";
export { type Recorded, type RecordedRelease, recordHead, type Replay, replay, replayAll } from "./replay.ts";
