/** Largest line, in UTF-16 units: as large as a case file may be, for a line holds one case. */
export const longestLine = 1_000_000;

/** Largest cell of a CSV file, in UTF-16 units: the longest that a value takes in words is some hundred. */
export const longestCell = 1_000;

/** Most columns of a CSV file: the largest guideline sets have a few hundred facts, each of at most eight columns. */
export const mostColumns = 10_000;

/** Most rows that are read: what columns, ids and bitmaps of a cohort need still fits into the memory of one process. */
export const mostRows = 20_000_000;

/** So many rejected rows are kept with their reason; the others are counted. A person reads a few, a program some more. */
export const mostRejectionsKept = 1_000;

/** Texts that are remembered with what they mean, before all are forgotten: some hundred MB at the worst. */
export const mostRemembered = 500_000;

/** Meanings of texts that are remembered for single dates: some ten MB. */
export const mostDated = 100_000;
