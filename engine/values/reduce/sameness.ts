/** The two values of a comparison (`engine/ir/comparisons.ts`). */
export const different = 0;
export const same = 1;
