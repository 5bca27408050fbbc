import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { compareSets } from "../../engine/compare/index.ts";
import { type GuidelineSet, readSet, type SetFile } from "../../engine/set/index.ts";
import { requestedService } from "../../engine/determine/index.ts";
import type { Case } from "../../engine/values/index.ts";
import { replay } from "../../engine/witness/index.ts";

/*
 * Edits of shipped guidelines, and what each does by its published text: every case that shows a move comes out so in both.
 */

const edits = [
  ["california-mtus", "neck-and-upper-back", "at least 6 weeks", "at least 4 weeks", "wider"],
  ["cms-ncd", "cpap-240.4", "age at least 18 years", "age at least 21 years", "narrower"],
  ["cms-ncd", "cpap-240.4", "    - sleep test is positive\n", "", "wider"],
  ["mtus-definitions", "functional-improvement", "living OR reduction", "living AND reduction", "narrower"],
  ["mtus-definitions", "chronic-pain", "at least 3 months", "at least 6 months", "narrower"],
] as const;

describe.each(edits)("%s, %s: %s", (set, guideline, from, to, verdict) => {
  const files = filesOf(set);
  const path = `${guideline}.guideline`;
  const [before, now] = [readSet(files).value, readSet(files.map((file) => edited(file, path, from, to))).value];
  const { services } = compareSets(before, now);
  const own = services.filter((service) => service.verdict !== "same");

  test(`is ${verdict}`, () => {
    expect(now.unread).toEqual([]);
    expect([...new Set(own.map((service) => service.verdict))]).toEqual([verdict]);
  });

  test("is shown by cases", () => {
    const moves = own.flatMap((service) => service.transitions.flatMap((each) => each.moves));
    const shown = moves.flatMap(({ from: earlier, to: later, witness }) =>
      witness === null ? [] : [{ claimed: [earlier, later].map(inFull), of: witness.case }],
    );
    expect(shown.length).toBeGreaterThan(0);
    expect(shown.map(({ of }) => [before, now].map((version) => outcomeIn(version, path, of)))).toEqual(
      shown.map(({ claimed }) => claimed),
    );
  });
});

function filesOf(set: string): readonly SetFile[] {
  const folder = `guidelines/${set}`;
  const names = readdirSync(folder).filter((name) => name.endsWith(".guideline") || name === "set.yaml");
  return names.map((path) => ({ path, text: readFileSync(`${folder}/${path}`, "utf8") }));
}

function edited(file: SetFile, path: string, from: string, to: string): SetFile {
  if (file.path !== path) return file;
  if (!file.text.includes(from)) throw new Error(`${path} does not say: ${from}`);
  return { path, text: file.text.replace(from, to) };
}

const inFull = (said: string): string => (said === "not documented" ? "information needed" : said);

function outcomeIn({ guidelines }: GuidelineSet, path: string, of: Case): string {
  const own = guidelines.find((each) => each.path === path);
  const [request] = of.requests;
  if (own === undefined || request === undefined) throw new Error("A witness asks for a service of the guideline");
  const service = requestedService(own.guideline, request);
  return replay(own.guideline, own.compiled.program, of).outcome(service?.key ?? "");
}
