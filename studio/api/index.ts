export { makeLetter, publishRelease, saveFile } from "./calls.ts";
export { type Outcome, type Problem, problemText } from "./problem.ts";
export type {
  GuidelineSetFolder as StoredSet,
  Release,
  SetFile as StoredFile,
  SetSummary,
} from "../../server/protocol/index.ts";
export { releaseQuery, RequestError, setQuery, setsQuery } from "./queries.ts";
