/** A text as it is saved on the server. */
export interface FileVersion {
  readonly text: string;
  readonly etag: string;
}
