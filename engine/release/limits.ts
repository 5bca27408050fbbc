/** The largest file of a guideline set, in bytes. The longest published policies are under a tenth of it. */
export const FILE_LIMIT = 1024 * 1024;

/** The most files one set may hold; a folder beyond it is not a guideline set. */
export const FILES_LIMIT = 5000;

/** The largest archive that is read, in bytes, and the largest it may unpack to. */
export const ARCHIVE_LIMIT = 64 * 1024 * 1024;
