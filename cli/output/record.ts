import { z } from "zod";
import type { Palette } from "./palette.ts";
import { wrap } from "./wrap.ts";

/** What people read of a record, whichever engine made it. */
const recordSchema = z.object({
  set: z.string(),
  version: z.string().nullable(),
  digest: z.string(),
  leftOut: z.array(z.string()).default([]),
  determinations: z.array(z.looseObject({ service: z.string(), outcome: z.string(), rationale: z.string() })),
});

/** A record as a reviewer reads it in a terminal; `null` for what is none. */
export function drawRecord(text: string, colours: Palette, width: number): string | null {
  const parsed = recordSchema.safeParse(JSON.parse(text));
  if (!parsed.success) return null;
  const { set, version, digest, leftOut, determinations } = parsed.data;
  const head = colours.quiet(`${set} ${version ?? "as it stands, not released"} (${digest.slice(0, 19)})`);
  const drawn = determinations.map(({ service, outcome, rationale }) => {
    const paragraphs = rationale.split("\n\n").map((paragraph) => wrap(paragraph, width, "  "));
    return `${colours.strong(service)}\n  ${colours.strong(outcome)}\n\n${paragraphs.join("\n\n")}\n`;
  });
  const without = leftOut.length === 0 ? [] : [`${wrap(withoutThese(leftOut), width, "")}\n`];
  return [`${head}\n`, ...without, ...drawn].join("\n");
}

function withoutThese(names: readonly string[]): string {
  return `The case also states ${names.map((name) => `\`${name}\``).join(", ")}: this edition does not know that, and determines without.`;
}
