import { z } from "zod";

/** A SHA-256 alone, and one that says so. */
export const hash = z.string().regex(/^[0-9a-f]{64}$/, "no SHA-256");
export const digest = z.string().regex(/^sha256:[0-9a-f]{64}$/, "no digest");

/** `2026-11-23T20:55:00.000Z`: one spelling a moment, so that moments compare as text. */
export const moment = z.iso
  .datetime({ precision: 3 })
  .regex(/^\d{4}-.*Z$/)
  .meta({ description: "a moment, UTC, with milliseconds" });

/** `2026-11-23`, a day that there is. */
export const day = z.iso.date().regex(/^\d{4}-/);

/** RFC 7638: the thumbprint of the public key, SHA-256 in base64url. */
export const keyId = z.string().regex(/^[A-Za-z0-9_-]{43}$/, "no key id");

/** `<header>..<signature>`, base64url; what it says is judged where it is verified. */
export const signatureText = z
  .string()
  .max(500)
  .regex(/^[A-Za-z0-9_-]+\.\.[A-Za-z0-9_-]+$/, "no detached signature");

/** The trees of RFC 6962 could be larger; logs of releases never are. */
export const treeSize = z
  .int()
  .positive()
  .max(2 ** 31);

/** As computed: three numbers, of one spelling each. */
export const releaseVersion = z
  .string()
  .regex(/^(?:0|[1-9]\d{0,5})\.(?:0|[1-9]\d{0,5})\.(?:0|[1-9]\d{0,5})$/, "no version of a release");

/** One line of letters: no line end, control or mark that turns the direction of text, so that a name looks like nothing but a name. */
export const oneLine: RegExp = /^[^\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]*$/u;

export const personName = z.string().min(1).max(200).regex(oneLine, "no name that can be printed").regex(/\S/u);
export const sentence = z.string().min(1).max(4000);
