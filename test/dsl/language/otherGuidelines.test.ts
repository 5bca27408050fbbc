import { expect, test } from "vitest";
import { completions } from "../../../dsl/language/index.ts";
import { readSet } from "../../../engine/set/index.ts";

const shared = `guideline "Words of the spine"
fact red flag: yes or no
fact region: one of neck, back
define serious
  as red flag
`;

/** What is offered at `‸` in a guideline beside `Words of the spine` and `Backs`. */
function offered(text: string): readonly string[] {
  const files = [
    { path: "own.guideline", text: text.replace("‸", "") },
    { path: "words.guideline", text: shared },
    { path: "backs.guideline", text: 'guideline "Backs"\n' },
  ];
  const reading = readSet(files).value.readings.get("own.guideline");
  if (reading?.kind !== "guideline") throw new Error("no guideline");
  return completions(reading.analysis, text.indexOf("‸")).map(({ insert }) => insert);
}

test.each([
  ["after use", "  use ‸\n", ['"Backs"', '"Words of the spine"']],
  ["in quotes", '  use "wo‸\n', ['"Words of the spine"']],
  ["after from", "  use red flag from ‸\n", ['"Backs"', '"Words of the spine"']],
  ["after changes", '  changes "ba‸\n', ['"Backs"']],
  ["before from", '  use re‸ from "Words of the spine"\n', ["red flag", "region"]],
  ["after a comma", '  use red flag, se‸ from "Words of the spine"\n', ["serious"]],
  ["of a title that is none", '  use ‸ from "Nothing"\n', []],
])("titles and names of other guidelines are offered %s", (_, line, expected) => {
  expect(offered(`guideline "Own"\n${line}`)).toEqual(expected);
});

test("reasons are offered only where another guideline is changed", () => {
  const below = (head: string) => offered(`guideline "Own"\n${head}fact red flag: yes or no\n  ‸`);
  expect(below('  changes "Words of the spine"\n')).toEqual(
    expect.arrayContaining(['changed because "${1:why}"', 'taken away because "${1:why}"']),
  );
  expect(below("").join()).not.toMatch(/because "\$\{1:why/);
});
