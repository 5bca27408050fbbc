import type { Change, Overlay } from "../../dsl/index.ts";
import { quoted, sentence } from "./sentence.ts";

/** What a guideline changes in the one it names, a sentence each. */
export function changesInWords({ changes }: Overlay): readonly string[] {
  return changes.map((change) => sentence(`${said(change)}${reason(change)}`));
}

function said({ kind, what, name, before, after }: Change): string {
  if (what === "scope")
    return before === null
      ? `it applies only if ${after ?? ""}`
      : `it applies only if ${before}, and besides only if ${after ?? ""}`;
  if (what === "recommendation") return recommendation(kind, name, before ?? "", after ?? "");
  const subject = `the ${what} ${quoted(name)}`;
  if (kind === "added") return `${subject} is added: ${after ?? ""}`;
  if (kind === "taken away") return `${subject} is taken away: ${before ?? ""}`;
  if (before === after) return `what stands below ${subject} is changed`;
  return `${subject} is changed: ${quoted(before ?? "")} becomes ${quoted(after ?? "")}`;
}

function recommendation(kind: Change["kind"], name: string, before: string, after: string): string {
  const [old, now] = [before, after].map((text) => quoted(`${name} ${text}`.trim()));
  if (kind === "added") return `the recommendation ${now} is added`;
  if (kind === "taken away") return `the recommendation ${old} is taken away`;
  return `instead of ${old} it recommends ${now}`;
}

function reason({ because }: Change): string {
  return because === null ? "" : `, because ${because.replace(/\.$/, "")}`;
}
