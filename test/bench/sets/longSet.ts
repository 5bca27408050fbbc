import type { SetFile } from "../../../engine/set/index.ts";
import { longGuideline } from "./longGuideline.ts";

/** A set of so many guidelines of so many lines each, the first of them `guideline-0.guideline`. */
export function longSet(guidelines: number, lines: number): readonly SetFile[] {
  const text = longGuideline(lines);
  return [
    { path: "set.yaml", text: "schema: precept/set/1\nname: long\ntitle: A long set\n" },
    ...Array.from({ length: guidelines }, (_, number) => ({
      path: `guideline-${number}.guideline`,
      text: text.replace(/^guideline "/, `guideline "${number} `),
    })),
  ];
}
