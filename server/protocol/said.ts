import { z } from "zod";

/** A text that somebody typed, without space around it: what a database can hold, and no longer than it may be. */
export function said(longest: number) {
  return z
    .string()
    .trim()
    .max(longest)
    .refine((text) => text.isWellFormed() && !text.includes("\0"), "this holds signs that no text has");
}
