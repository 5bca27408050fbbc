import { readFileSync } from "node:fs";
import { type GuidelineSet, readSet, type SetFile } from "../../engine/set/index.ts";
import { testSet } from "../../engine/testing/index.ts";
import { type Figure, quantile, times } from "./harness/index.ts";

/*
 * What the studio's worker does between a keystroke and fresh diagnostics and tests: the set is read again after an edit
 * inside a declaration of a guideline of 1,000 lines, and every case and example runs.
 */

const lines = 1_000;
const edits = 300;
const bar = 8;

export async function bench(): Promise<readonly Figure[]> {
  const text = longGuideline();
  const path = "long.guideline";
  const manifest = { path: "set.yaml", text: "schema: precept/set/1\nname: long\ntitle: A long set\n" };
  const files = (edited: string): readonly SetFile[] => [manifest, { path, text: edited }];
  let set: GuidelineSet = readSet(files(text)).value;
  const places = [...text.matchAll(/lasted at least \d/g)].map((match) => match.index + match[0].length - 1);
  const samples = await times(edits, (round) => {
    const at = places[(round * 7) % places.length] ?? 0;
    const read = readSet(files(`${text.slice(0, at)}${(round % 8) + 1}${text.slice(at + 1)}`), set);
    set = read.value;
    return testSet(set).passed;
  });
  const cold = await times(10, () => testSet(readSet(files(text)).value).passed);
  const p95 = quantile(samples, 0.95);
  return [
    {
      name: "edit-to-tests-p50",
      value: quantile(samples, 0.5),
      unit: "ms",
      ratio: quantile(samples, 0.5) / quantile(cold, 0.5),
      against: "reading and testing the set anew",
    },
    { name: "edit-to-tests-p95", value: p95, unit: "ms", ratio: p95 / bar, against: `the bar of ${bar} ms` },
  ];
}

/** Chapters of the shipped guideline's own shape, with names of their own, until there are enough lines. */
function longGuideline(): string {
  const chapter = readFileSync("guidelines/california-mtus/neck-and-upper-back.guideline", "utf8");
  const [head = "", ...declarations] = chapter.split(/\n(?=fact |define |service |imaging |example )/);
  const body = declarations.filter((each) => !each.startsWith("fact requested body region")).join("\n");
  const parts = [head, declarations.find((each) => each.startsWith("fact requested body region")) ?? ""];
  for (let number = 1; parts.join("\n").split("\n").length < lines; number += 1) parts.push(renamed(body, number));
  return parts.join("\n");
}

function renamed(text: string, number: number): string {
  const names = [
    "significant symptom change",
    "tissue insult or neurovascular dysfunction",
    "strengthening program",
    "planned procedure",
    "anatomy is unclear",
    "failed strengthening",
    "pre-invasive clarification",
  ];
  const unique = names.reduce(
    (all, name) => all.replaceAll(new RegExp(`(?<!")\\b${name}\\b(?![^"\\n]*"$)`, "gm"), `${name} ${number}`),
    text,
  );
  return unique
    .replaceAll(/^(service|expect|)(\s*)imaging\b/gm, `$1$2imaging ${number}`)
    .replaceAll("expect imaging:", `expect imaging ${number}:`)
    .replaceAll(/(MRI|CT) of/g, `$1 ${number} of`);
}
