/** Where a cohort is read from, as often as needed. */
export interface CohortFile {
  /** As people call it; the name of diagnostics. */
  readonly name: string;
  readonly format: "csv" | "ndjson";
  /** The content from its beginning, each time anew. */
  readonly bytes: () => AsyncIterable<Uint8Array>;
}
