import { expect, it } from "vitest";
import { outline, outlineOf } from "../../../dsl/index.ts";
import { marked, withRanges } from "./marked.ts";

function drawn(source: string): readonly string[] {
  const { analysis } = marked(source);
  expect(outlineOf(analysis.source.text)).toEqual(outline(analysis));
  return outline(analysis).map(({ kind, name, detail }) => [kind, name, detail].join(" | "));
}

it("lists declarations with what they take or mean", () => {
  const source = `# about
guideline "Neck"
fact pain or any fear: yes or no
scale grade: low, high
define worse
  as pain or any fear
service imaging
imaging if worse
  OR pain or any fear
imaging excluded if worse
example "one"
`;
  expect(drawn(source)).toEqual([
    "guideline | Neck | ",
    "fact | pain or any fear | yes or no",
    "scale | grade | low, high",
    "definition | worse | ",
    "service | imaging | ",
    "recommendation | imaging if | worse OR pain or any fear",
    "recommendation | imaging excluded if | worse",
    "example | one | ",
  ]);
});

it("lists what can be told of a broken file", () => {
  expect(drawn('fact pain yes\nfact\ndefine worse ((\nimaging if (\nwhat is this\nexample "open\nimaging if')).toEqual([
    "fact | pain yes | ",
    "fact |  | ",
    "definition | worse (( | ",
    "recommendation | imaging if | (",
    "example | open | ",
    "recommendation | imaging if | ",
  ]);
});

it("covers each declaration without the comments around it", () => {
  const { analysis, text } = marked(
    '# head\r\nfact pain: yes or no\r\n  "ache"\r\n# next\r\n\r\ndefine worse\r\n  as pain\r\n',
  );
  const entries = outline(analysis);
  expect(
    withRanges(
      text,
      entries.map(({ span }) => span),
    ),
  ).toBe('# head\r\n«fact pain: yes or no\r\n  "ache"»\r\n# next\r\n\r\n«define worse\r\n  as pain»\r\n');
  expect(entries.map(({ nameSpan }) => text.slice(nameSpan.start, nameSpan.end))).toEqual(["pain", "worse"]);
});
