import { type Problem, problem, replace } from "../diagnostic/index.ts";
import type { Span } from "../source/index.ts";
import type { Clause, Run, Word } from "../syntax/index.ts";
import { anchors, readDuration } from "./anchors.ts";
import { nameKey, runText, wordsText } from "./names.ts";
import { match } from "./patterns.ts";
import { closest } from "./suggest.ts";
import type { EvidenceKind, Need } from "./types.ts";

/** `objective evidence` is what a clinician found or a test showed, not what anybody says or believes. */
const kinds: Readonly<Record<string, readonly EvidenceKind[]>> = {
  "objective evidence": ["test result", "objective finding"],
  "test result": ["test result"],
  "objective finding": ["objective finding"],
  "patient report": ["patient report"],
};

/** `needs objective evidence`, `needs evidence within 3 months before request date`, `needs evidence from treating physician` */
export function readNeed(run: Run): { readonly need: Need } | { readonly wrong: Problem } {
  const text = runText(run);
  const key = nameKey(text.replace(/^an? /i, ""));
  const admits = Object.entries(kinds).find(([name]) => nameKey(name) === key)?.[1];
  if (admits) return { need: { kind: "evidence kind", admits, text } };
  const recent = readRecent(run.words, text) ?? readAuthor(run.words, text);
  if (recent) return { need: recent };
  return { wrong: unknownNeed(run, text) };
}

/** `reviewer attests "..."` below a fact; a paper could not satisfy other needs besides. */
export function attestation(body: readonly Clause[]): { readonly need: Need } | { readonly wrong: Problem } | null {
  const [first, again] = body.filter((clause) => clause.kind === "reviewer attests");
  if (first?.kind !== "reviewer attests") return null;
  const other = again ?? body.find((clause) => clause.kind === "needs");
  if (other) return { wrong: neverBoth(other.span) };
  return { need: { kind: "attestation", statement: first.text.text, text: "reviewer's attestation" } };
}

function neverBoth(span: Span): Problem {
  return problem("E0350", span, "What the reviewer attests no paper documents, so nothing else can be needed.", {
    hint: "Keep one of the two lines; ask for papers with a fact of its own.",
  });
}

function unknownNeed(run: Run, text: string): Problem {
  const near = meantNeed(text) ?? closest(text, Object.keys(kinds));
  const said = text === "" ? "`needs` does not say" : `\`${text}\` does not say`;
  return problem("E0306", run.span, `${said} what evidence the fact needs.`, {
    hint: "Write `needs objective evidence`, `needs test result`, `needs objective finding`, `needs patient report`, `needs evidence within 3 months before request date` or `needs evidence from treating physician`.",
    fixes: near !== null && text !== "" ? [replace(`Write ${near}`, run.span, near)] : [],
  });
}

/** `evidence within the last 3 months`, `evidence by treating physician` */
function meantNeed(text: string): string | null {
  const window = /^evidence (?:within|in|from) (?:the )?(?:last |past )?(.+?)(?: (?:of|before) .*)?$/i.exec(text)?.[1];
  if (window && readDuration(window)) return `evidence within ${window} before request date`;
  const author = /^evidence by (?:an? |the )?(.+)$/i.exec(text)?.[1];
  return author ? `evidence from ${author}` : null;
}

function readRecent(words: readonly Word[], text: string): Need | null {
  for (const before of anchors) {
    const [captures] = match(`evidence within {a} before ${before}`, words);
    const duration = captures?.[0] ? readDuration(wordsText(captures[0])) : null;
    if (duration) return { kind: "recent", ...duration, before, text };
  }
  return null;
}

function readAuthor(words: readonly Word[], text: string): Need | null {
  const [captures] = match("evidence from {a}", words);
  const role = captures?.[0];
  return role ? { kind: "author", role: wordsText(role), text } : null;
}
