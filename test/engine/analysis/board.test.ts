import { describe, expect, test } from "vitest";
import { analyseSet, type Asked, type ProofBoard } from "../../../engine/analysis/index.ts";
import { readSet, type SetFile } from "../../../engine/set/index.ts";
import { boardOf, setOf, toldOf } from "./told.ts";

const head = 'guideline "Knees"\n  source "A Handbook of Knees", page 1\n\n';
const service = "\nservice imaging\n  MRI of the knee    CPT 73721\n\n";
const facts = (count: number): string =>
  Array.from({ length: count }, (_, at) => `fact sign ${at}: yes or no\n`).join("");
const bullets = (all: readonly string[]): string => all.map((each) => `  - ${each}\n`).join("");
const signs = (count: number): readonly string[] => Array.from({ length: count }, (_, at) => `sign ${at}`);

const kinds = ({ asked }: ProofBoard): ReadonlySet<string> => new Set(asked.map(({ verdict }) => verdict.kind));
const codes = (asked: readonly Asked[]): readonly string[] =>
  asked.flatMap(({ verdict }) => (verdict.kind === "found" ? [verdict.found.diagnostic.code] : []));

describe("bad input gets an answer, or the word that there is none", () => {
  test("a criterion of 200 facts is proved", () => {
    const board = boardOf(`${head}${facts(200)}${service}imaging if any of\n${bullets(signs(200))}`);
    expect(kinds(board)).toEqual(new Set(["proved"]));
    expect(board.asked.length).toBeGreaterThan(200);
  });

  test("what does not fit into the budget stays open, and says why", () => {
    const text = `${head}${facts(60)}${service}imaging if at least 30 of\n${bullets(signs(60))}imaging if sign 3 AND sign 5\n`;
    const { asked } = analyseSet(setOf(text), { budget: 50 });
    const because = new Set(asked.flatMap(({ verdict }) => (verdict.kind === "open" ? [verdict.because] : [])));
    expect(because).toContain("neither a proof nor a case that shows it was found within the budget");
    expect(codes(asked)).toEqual([]);
  });

  test("a guideline that leaves no case possible is named as not understood", () => {
    const text = `${head}fact pain: whole number\nfact locked knee: yes or no\n${service}imaging if locked knee\nalways pain at least 5\nnever pain at least 4\n`;
    const { value } = readSet([{ path: "a.guideline", text }]);
    expect(analyseSet(value)).toMatchObject({ asked: [], unread: ["a.guideline"] });
  });

  test("once it is to stop, what was not asked is open", () => {
    const text = `${head}${facts(3)}${service}imaging if sign 0 AND (sign 1 OR sign 0)\nimaging if sign 2\n`;
    const { asked } = analyseSet(setOf(text), { shouldStop: () => true });
    expect(codes(asked)).toEqual([]);
    expect(asked.filter(({ verdict }) => verdict.kind === "open").length).toBeGreaterThan(0);
  });
});

describe("after an edit", () => {
  const before = `${head}${facts(4)}${service}# here\nimaging if sign 0 AND (sign 1 OR sign 0)\nimaging if sign 2 OR (sign 2 AND sign 3)\n`;

  test.each([
    ["above all that is found", "# here", "# here, and a few words more"],
    ["in one criterion", "sign 1 OR sign 0", "sign 1 OR sign 3"],
    ["that takes a criterion away", "imaging if sign 0 AND (sign 1 OR sign 0)\n", ""],
    ["of a name", "sign 2 OR", "sign 3 OR"],
  ])("%s, the board is as if it were asked for the first time", (_, from, to) => {
    const after = before.replace(from, to);
    const previous = boardOf(before);
    const again = analyseSet(setOf(after), { previous });
    expect(toldOf(again.asked, after)).toBe(toldOf(boardOf(after).asked, after));
    expect(again.asked).toEqual(boardOf(after).asked);
  });
});

describe("two guidelines of a set", () => {
  const manifest = { path: "set.yaml", text: "schema: precept/set/1\nname: a\ntitle: A\ndescription: A set.\n" };
  const guideline = (title: string, effective: string, criteria: string): SetFile => ({
    path: `${title}.guideline`,
    text: `guideline "${title}"\n  source "${title}", page 1\n  effective ${effective}\n\n${facts(2)}${service}${criteria}`,
  });
  const asked = (...files: readonly SetFile[]) => analyseSet(readSet([manifest, ...files]).value).asked;

  test("that decide one case differently are told, with a case on a day when both are in force", () => {
    const answers = asked(
      guideline("earlier", "from 2020-01-01", "imaging if sign 0 AND sign 1\n"),
      guideline("later", "from 2019-01-01 to 2021-01-01", "imaging if sign 1\nimaging excluded if sign 0\n"),
    );
    expect(codes(answers)).toEqual(["W0707"]);
    const witness = answers.flatMap(({ verdict }) => (verdict.kind === "found" ? [verdict.found.witness] : []))[0];
    expect(witness?.dates["service date"]).toMatch(/^2020-|^2021-01-01/);
  });

  test("are not, where they are never in force together or say the same", () => {
    const one = guideline("earlier", "from 2020-01-01", "imaging if sign 0 AND sign 1\n");
    expect(
      codes(asked(one, guideline("later", "from 2015-01-01 to 2019-12-31", "imaging if sign 1 OR sign 0\n"))),
    ).toEqual([]);
    expect(codes(asked(one, guideline("later", "from 2015-01-01", "imaging if sign 1 AND sign 0\n")))).toEqual([]);
  });
});
