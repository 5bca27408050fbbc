import { type Header, noHeader } from "./header.ts";
import type { Expression } from "./model.ts";
import type { Meaning } from "./resolve.ts";

/** The last head is the guideline's own; those before it are of the guidelines that it changes, and say what it does not. */
export function headerOf(all: readonly Meaning[]): Header {
  const heads = all.flatMap(({ header }) => (header ? [header] : []));
  return heads.reduce((base, own) => (base === noHeader ? own : merged(base, own)), noHeader);
}

function merged(base: Header, own: Header): Header {
  const { from, to } = own.effective;
  return {
    ...own,
    source: own.source ?? base.source,
    adoptedBy: own.adoptedBy.length > 0 ? own.adoptedBy : base.adoptedBy,
    ...(own.levels === undefined && base.levels !== undefined ? { levels: base.levels } : {}),
    effective: from === null && to === null ? base.effective : own.effective,
  };
}

/** An overlay applies where its base does, and narrows that by a scope of its own. */
export function scopeOf(all: readonly Meaning[]): Expression | null {
  const [first, ...others] = all.flatMap(({ scope }) => (scope ? [scope] : []));
  if (!first || others.length === 0) return first ?? null;
  const operands = [first, ...others];
  return { kind: "all", operands, text: operands.map(({ text }) => text).join(" AND "), span: first.span };
}
