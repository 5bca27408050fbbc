/** The largest file of a guideline set, in bytes. The longest published policies are under a tenth of it. */
export const FILE_LIMIT = 1024 * 1024;

/** The most files one set may hold; a folder beyond it is not a guideline set. */
export const FILES_LIMIT = 5000;

/** The largest of the files that a release holds beside those of the set: the engine, what was proved, the policy. */
export const MADE_LIMIT = 16 * 1024 * 1024;

/** The most of them: a plan a guideline, and a dozen. */
export const MADE_FILES_LIMIT = FILES_LIMIT + 50;

/** The largest archive that is read, in bytes, and the largest it may unpack to. */
export const ARCHIVE_LIMIT = 64 * 1024 * 1024;
