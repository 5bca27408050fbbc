import type { Block } from "./fileDiff.ts";

/** Declarations that changed one by one, and between them those that did not, together. */
export interface Group {
  readonly key: string;
  readonly changed: boolean;
  readonly blocks: readonly Block[];
}

export function grouped(blocks: readonly Block[]): readonly Group[] {
  const groups: { key: string; changed: boolean; blocks: Block[] }[] = [];
  for (const block of blocks) {
    const last = groups.at(-1);
    if (last !== undefined && !last.changed && !block.changed) last.blocks.push(block);
    else groups.push({ key: `${groups.length} ${block.start}`, changed: block.changed, blocks: [block] });
  }
  return groups;
}

/** The first words of a block that say what it is: `define failed strengthening`. */
export function headOf({ lines }: Block): string {
  const texts = lines.map((line) => line.map(({ text }) => text).join(""));
  return (texts.find((text) => /^[^\s#]/.test(text)) ?? "").replace(/[:\s]+$/, "").trim();
}
