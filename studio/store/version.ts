/** A text as it stands on disk. */
export interface FileVersion {
  readonly text: string;
  readonly etag: string;
}
