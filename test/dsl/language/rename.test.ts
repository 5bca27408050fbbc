import { describe, expect, it } from "vitest";
import { applyEdits, rename, renameTarget } from "../../../dsl/index.ts";
import { marked } from "./marked.ts";

const source = `guideline "Neck"
  source "Chapter 8", page 1

fact pain: yes or no
fact tin ear: yes or no
fact program: treatment trial

define worse
  as pa‸in AND programs failed

service imaging
  MRI    CPT 72141

imaging if worse OR pain OR program was not tolerated
`;

function renamed(to: string, from = source): string {
  const { analysis, offset, text } = marked(from);
  const result = rename(analysis, offset, to);
  return "refused" in result ? result.refused : applyEdits(text, result.edits);
}

const on = (word: string): string => {
  const plain = source.replace("‸", "");
  const at = plain.lastIndexOf(word) + 1;
  return `${plain.slice(0, at)}‸${plain.slice(at)}`;
};

describe("rename", () => {
  it("changes a name everywhere", () => {
    expect(renamed("fear or any pain")).toBe(
      source
        .replace("‸", "")
        .replace("fact pain", "fact fear or any pain")
        .replace("as pain", "as fear or any pain")
        .replace("OR pain", "OR fear or any pain"),
    );
  });

  it("leaves a plural a plural", () => {
    expect(renamed("course", on("program"))).toContain("as pain AND courses failed");
    expect(renamed("work loss", on("program"))).toContain("as pain AND work loss failed");
  });

  it("changes a field of a list everywhere it is named", () => {
    const lists = `fact shot: list, each with
  date: date
  site: one of neck, back
  counted once per date and site
fact site: one of neck, back
define shot in the neck
  as shot where its site is neck
service imaging
  MRI    CPT 72141
imaging if at least 2 different sites of shot where all of
  - its si‸te is neck
  - its date before service date
imaging if site of the latest shot is neck
example "x"
  shot, complete:
    - date: 2024-01-01, site: back
`;
    const after = renamed("place", lists);
    expect(after).toContain("  place: one of neck, back\n  counted once per date and place\n");
    expect(after).toContain("  as shot where its place is neck\n");
    expect(after).toContain("at least 2 different places of shot where all of\n  - its place is neck\n");
    expect(after).toContain("imaging if place of the latest shot is neck\n");
    expect(after).toContain("    - date: 2024-01-01, place: back\n");
    expect(after).toContain("fact site: one of neck, back\n");
    expect(renamed("date", lists)).toContain("is called `date` already");
  });

  it("lets what can be asked for keep its commas", () =>
    expect(renamed("MRI, without contrast", on("MRI"))).toContain("  MRI, without contrast    CPT 72141"));

  it("changes a service", () => expect(renamed("scans", on("imaging"))).toContain("scans if worse OR pain"));

  it("changes a schedule where it stands for a length of time", () => {
    const scheduled = `${source.replace("‸", "")}
fact last look: date
schedule recall interval
  - 24 months if pain
imaging if last look at least the recall inter‸val before request date`;
    expect(renamed("waiting time", scheduled)).toMatch(
      /schedule waiting time\n[^]*last look at least the waiting time before request date/,
    );
  });

  it("lets capitals change", () => expect(renamed("Pain")).toContain("fact Pain: yes or no"));

  it.each([
    ["", "A name has at least one word."],
    ["pain, fear", "A name holds no `,`."],
    ["pain: bad", "A name holds no `:`."],
    ["pain AND fear", "A name holds no `AND` in capitals: that joins criteria."],
    ["any pain", "A name does not begin with `any`: that asks something of a list."],
    ["Worse", "A definition is called `worse` already; capitals and a plural `s` make no difference."],
    ["tin ears", "A fact is called `tin ear` already; capitals and a plural `s` make no difference."],
    ["Imaging", "A service is called `imaging` already; capitals and a plural `s` make no difference."],
  ])("refuses `%s`", (to, reason) => expect(renamed(to)).toBe(reason));

  it("refuses a name that makes another phrase read in two ways", () => {
    expect(renamed("program was not tolerated")).toBe(
      "The text could not be read any more: `program was not tolerated` can be read in two ways.",
    );
  });

  it("refuses where no declared name stands", () => {
    expect(renamed("x", "imaging if no‸thing")).toBe("No name that is declared in this file stands here.");
  });

  it("works in a file with errors of its own", () => {
    expect(renamed("fear", source.replace("OR pain OR", "OR pain OR unheard of OR"))).toContain(
      "OR fear OR unheard of OR",
    );
  });
});

describe("what would be renamed", () => {
  it("is the name as it stands", () => {
    const { analysis, offset } = marked(on("programs"));
    expect(renameTarget(analysis, offset)?.name).toBe("programs");
  });

  it.each(["imaging if no‸thing", "fact x: yes‸ or no"])("is nothing in %s", (line) => {
    const { analysis, offset } = marked(line);
    expect(renameTarget(analysis, offset)).toBeNull();
  });
});
