import { acceptedProblems, anchors } from "../../semantics/index.ts";
import type { Proposal } from "./completion.ts";
import type { Typing } from "./typing.ts";

export const needs: readonly Proposal[] = [
  { label: "objective evidence", kind: "value", detail: "a test result or an objective finding" },
  { label: "test result", kind: "value" },
  { label: "objective finding", kind: "value" },
  { label: "patient report", kind: "value" },
  ...anchors.map(
    (anchor): Proposal => ({
      label: `evidence within … before ${anchor}`,
      kind: "value",
      insert: `evidence within \${1:3 months} before ${anchor}`,
      snippet: true,
    }),
  ),
  {
    label: "evidence from …",
    kind: "value",
    insert: "evidence from ${1:treating physician}",
    snippet: true,
    detail: "written by someone in that role",
  },
];

export const acceptable: readonly Proposal[] = acceptedProblems.map((label) => ({ label, kind: "value" }));

export const locators: readonly Proposal[] = ["page", "pages", "section"].map((label) => ({
  label,
  kind: "value",
  insert: `${label} `,
}));

/** `from 2024-01-01 to 2024-12-31` */
export function dates({ words }: Typing): readonly Proposal[] {
  return words.length < 2
    ? [{ label: "from", kind: "keyword", insert: "from ${1:2024-01-01}", snippet: true }]
    : [{ label: "to", kind: "keyword", insert: "to ${1:2024-12-31}", snippet: true }];
}
