import type { PublishRefused } from "../../server/protocol/index.ts";

export type {
  GuidelineSetFolder as StoredSet,
  Release,
  SetFile as StoredFile,
  SetSummary,
} from "../../server/protocol/index.ts";

/** A case that does not come out as it expects, as the server tells it when it refuses to publish. */
export type FailedCase = PublishRefused["failures"][number];
export type PlacedDiagnostic = PublishRefused["diagnostics"][number];
