import { type Problem, problem, replace } from "../diagnostic/index.ts";
import type { Clause } from "../syntax/index.ts";
import { systemAt } from "./codes/index.ts";
import { runText } from "./names.ts";

/** `CPT 72125` on a line below `CT of the neck` in a service; `null` for any other line. */
export function codesBelowItem(item: Clause, line: Clause): Problem | null {
  if (item.kind !== "line" || line.kind !== "line" || systemAt(line.run.words, 0) === null) return null;
  const written = `${runText(item.run)}    ${runText(line.run)}`;
  const between = { start: item.run.span.end, end: line.run.span.start };
  return problem("E0310", line.span, "Codes stand behind what can be asked for, on its own line.", {
    hint: `Write \`${written}\`.`,
    fixes: [replace(`Write ${written}`, between, "    ", true)],
  });
}
