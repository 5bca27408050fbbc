const sentences = new Map([
  ["ENOSPC", "The disk is full."],
  ["EDQUOT", "The disk is full for this account."],
  ["EFBIG", "This account may not write that much there."],
  ["ENOENT", "There is no such folder."],
  ["EACCES", "This account may not write there."],
  ["EPERM", "This account may not write there."],
  ["EROFS", "Nothing can be written there: it is read-only."],
  ["ENOTDIR", "A part of the path is a file, not a folder."],
  ["EEXIST", "A part of the path is a file, not a folder."],
  ["EISDIR", "There is a folder, not a file."],
]);

/** Why the system did not write what it was asked to, as a sentence; `null` when that is no fault of disk or account. */
export function systemProblem(error: unknown): string | null {
  return error instanceof Error && "code" in error ? (sentences.get(String(error.code)) ?? null) : null;
}
