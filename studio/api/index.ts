export { makeLetter, publishRelease, saveFile } from "./calls.ts";
export { type Outcome, type Problem, problemText } from "./problem.ts";
export type { FailedCase, PlacedDiagnostic, Release, SetSummary, StoredFile, StoredSet } from "./protocol.ts";
export { RequestError, setQuery, setsQuery } from "./queries.ts";
