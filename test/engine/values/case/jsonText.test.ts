import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { caseData, decodeCase } from "../../../../engine/values/case/index.ts";
import { readYaml } from "../../../../engine/values/yaml/index.ts";
import { shares } from "../../../support/index.ts";

/** JSON has no comments: with one, the same text is read as YAML, and everything stands where it stood. */
const asYaml = (text: string) => `${text}\n# read as YAML`;

const spaces = fc.stringMatching(/^[ \n]{0,3}$/);
const signs = ["#", ": ", " #", "- ", "---", "&a", "*a", "!t", "%", "<<", "'", "~", "null", "\\", "/", "😀", "\u2028"];
const words = fc
  .array(fc.oneof(fc.string({ unit: "grapheme", maxLength: 6 }), fc.constantFrom(...signs)), { maxLength: 4 })
  .map((parts) => parts.join(""));
const escaped = (text: string) =>
  `"${[...text]
    .map((one) =>
      one
        .split("")
        .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)
        .join(""),
    )
    .join("")}"`;
const quoted = fc
  .tuple(
    words,
    fc.constantFrom(JSON.stringify, escaped, (text: string) => JSON.stringify(text).replaceAll("/", "\\/")),
  )
  .map(([text, write]) => write(text));
const numbers = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
  fc.constantFrom("1.0", "1e3", "1E+5", "-0", "0.10", "-1.50e-2", "01", "1.", ".5", "+1", "0x10"),
);
const { map } = fc.letrec<{ value: string; list: string; map: string }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, depthIdentifier: "nested" },
    quoted,
    numbers,
    fc.constantFrom("true", "false", "null", "True", "~"),
    tie("list"),
    tie("map"),
  ),
  list: fc
    .array(fc.tuple(spaces, tie("value"), spaces), { maxLength: 4, depthIdentifier: "nested" })
    .map((items) => `[${items.map((parts) => parts.join("")).join(",")}]`),
  map: fc
    .array(fc.tuple(spaces, quoted, fc.constantFrom("", " ", "\n"), spaces, tie("value"), spaces), {
      maxLength: 4,
      depthIdentifier: "nested",
    })
    .map((entries) => `{${entries.map(([a, key, b, c, of, d]) => `${a}${key}${b}:${c}${of}${d}`).join(",")}}`),
}));
/** Mostly JSON; now and then something is put into it or taken out of it. */
const nearly = fc
  .tuple(map, fc.nat(), fc.constantFrom("", "", "", ",", "}", "\n", "\t", "\r\n", "'", '"', ":", "{", "]", "\\", "x"))
  .map(([text, place, sign]) => {
    const at = place % (text.length + 1);
    return sign === "" ? text : text.slice(0, at) + sign + text.slice(at + (place % 2));
  });

test.each(shares(4))("what is read as JSON is what YAML reads, at the same places (%s)", () => {
  let read = 0;
  fc.assert(
    fc.property(nearly, (text) => {
      const { value } = readYaml({ name: "case", text });
      if (value === null) return;
      read += 1;
      expect(readYaml({ name: "case", text: asYaml(text) }).value?.tree).toEqual(value.tree);
    }),
    { numRuns: 300 },
  );
  expect(read).toBeGreaterThan(50);
});

test.each([
  ["a name given twice", '{"schema":"precept/case/1","case":"A","case":"B"}', ["E0606"]],
  ["a name of machines", '{"__proto__":{"case":"A"}}', ["E0601"]],
  ["a bracket too few", '{"schema":"precept/case/1"', ["E0601"]],
  ["what is too deep", `{"case":${"[".repeat(500)}${"]".repeat(500)}}`, ["E0603"]],
  ["half a pair of surrogates", '{"schema":"precept/case/1","case":"\ud83d"}', ["E0604"]],
])("%s is said of JSON as of YAML", (_, text, codes) => {
  expect(readYaml({ name: "case", text }).diagnostics.map(({ code }) => code)).toEqual(codes);
});

const sets = join(import.meta.dirname, "../../../../guidelines");
const files = readdirSync(sets, { recursive: true, encoding: "utf8" }).filter((path) =>
  /[\\/]cases[\\/].+\.yaml$/.test(path),
);

test("the shipped cases as JSON are the cases they are as YAML, whether on one line or on many", () => {
  for (const path of files) {
    const { value } = decodeCase({ name: path, text: readFileSync(join(sets, path), "utf8") });
    for (const indent of [0, 2]) {
      const text = value === null ? "" : JSON.stringify(caseData(value), null, indent);
      const read = decodeCase({ name: path, text });
      expect(read.value).not.toBeNull();
      expect(read).toEqual(decodeCase({ name: path, text: asYaml(text) }));
    }
  }
});
