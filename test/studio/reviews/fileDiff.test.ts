import { describe, expect, it } from "vitest";
import { type Block, fileDiff } from "../../../studio/reviews/page/text/fileDiff.ts";

const marks = { same: "", added: "+", removed: "-" } as const;

/** `[+4+]` was added, `[-6-]` removed; one string a block. */
function written({ lines }: Block): string {
  return lines
    .flat()
    .map(({ kind, text }) => (kind === "same" ? text : `[${marks[kind]}${text}${marks[kind]}]`))
    .join("");
}

const before = `fact a: yes or no
  "something"

# of time
# in weeks
define b
  as a lasted at least 6 weeks

x if b
`;

describe("a text beside its older version", () => {
  it("tells words apart within a declaration, and keeps the others whole, with the comment above each", () => {
    const blocks = fileDiff(before, before.replace("6 weeks", "4 weeks"));
    expect(blocks.map(({ changed }) => changed)).toEqual([false, true, false]);
    expect(blocks.map(written)[1]).toBe("# of time\n# in weeks\ndefine b\n  as a lasted at least [-6-][+4+] weeks\n\n");
  });

  it("takes an empty line after a declaration for no change of it", () => {
    expect(fileDiff("a: 1\n", "a: 1\n\nb: 2\n").map(({ changed }) => changed)).toEqual([false, true]);
  });

  it("says where each piece stands in the newer text", () => {
    const now = before.replace("6 weeks", "28 days");
    const pieces = fileDiff(before, now).flatMap(({ lines }) => lines.flat());
    const there = pieces.filter(({ kind }) => kind !== "removed");
    expect(there.map(({ text, offset }) => now.slice(offset, offset + text.length))).toEqual(
      there.map(({ text }) => text),
    );
    const [, block] = fileDiff(before, now);
    expect(now.slice(block?.start, block?.end)).toBe(
      "# of time\n# in weeks\ndefine b\n  as a lasted at least 28 days\n\n",
    );
  });

  it("puts one text after the other where hardly a word stays", () => {
    const now = "define c as quite another matter altogether, said otherwise\n";
    expect(fileDiff("define b as one thing\n", now).map(written)).toEqual([
      "[-define b as one thing\n-]",
      `[+${now}+]`,
    ]);
  });

  it("shows a file that came or went whole", () => {
    expect(fileDiff(null, "a: 1\nb: 2\n").map(written)).toEqual(["[+a: 1\n+]", "[+b: 2\n+]"]);
    expect(fileDiff("a: 1\n", null).map(written)).toEqual(["[-a: 1\n-]"]);
    expect(fileDiff(null, null)).toEqual([]);
  });
});
