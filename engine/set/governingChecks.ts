import { closest, type Diagnostic, type Guideline, nameKey } from "../../dsl/index.ts";
import type { Case } from "../values/index.ts";
import { listed, problem } from "../values/yaml/index.ts";

/** Expectations that a guideline governs which the set does not hold. */
export function checkGoverning(of: Case, guidelines: readonly Guideline[]): readonly Diagnostic[] {
  const titles = [...new Set(guidelines.map(({ title }) => title))];
  const keys = new Set(titles.map(nameKey));
  return of.requests.flatMap(({ expect }) => {
    if (expect?.governing === undefined || keys.has(nameKey(expect.governing))) return [];
    const near = closest(expect.governing, titles);
    const hint = near === null ? `It holds: ${listed(titles.slice(0, 8))}.` : `Did you mean \`${near}\`?`;
    const span = expect.place ?? { start: 0, end: 0 };
    return [problem(of.id, "E0621", span, `No guideline of the set is called \`${expect.governing}\`.`, { hint })];
  });
}
