import type { RoundTexts } from "../../../api/index.ts";

/** A file of a round that is not what it was, with both texts. */
export type RoundFile = RoundTexts["files"][number];
