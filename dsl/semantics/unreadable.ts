import { type Problem, problem } from "../diagnostic/index.ts";

/** The longest guideline file, in UTF-16 units: a hundred times the longest published chapter we have seen. */
const longestGuideline = 1_000_000;

/** Text that is none, or that would show one thing and mean another. */
export function unreadableText(text: string): { readonly fatal: boolean; readonly problems: readonly Problem[] } {
  if (text.length > longestGuideline)
    return fatal(
      "E0110",
      0,
      0,
      "This file is too long for a guideline.",
      `It has ${text.length.toLocaleString("en-US")} characters; at most ${longestGuideline.toLocaleString("en-US")} are read. Split it into guidelines of their own.`,
    );
  const binary = /[\u0000-\u0008\u000e-\u001f\ufffd]/.exec(text);
  if (binary)
    return fatal(
      "E0111",
      binary.index,
      binary.index + 1,
      "This file holds something that is not text.",
      "Save the guideline as plain text in UTF-8, not as a Word or PDF file.",
    );
  return {
    fatal: false,
    problems: [...text.matchAll(/[\u202a-\u202e\u2066-\u2069]/g)].map((match) => reordering(match.index)),
  };
}

function fatal(
  code: string,
  start: number,
  end: number,
  message: string,
  hint: string,
): { fatal: true; problems: readonly Problem[] } {
  return { fatal: true, problems: [problem(code, { start, end }, message, { hint })] };
}

/** Unicode bidirectional controls can make text read in another order than it is stored (Trojan Source, CVE-2021-42574). */
function reordering(at: number): Problem {
  const span = { start: at, end: at + 1 };
  return problem("E0112", span, "An invisible character here changes the order in which the text is shown.", {
    hint: "Delete it: what the committee reads must be what is decided.",
    fixes: [{ title: "Delete it", safe: true, edits: [{ span, text: "" }] }],
  });
}
