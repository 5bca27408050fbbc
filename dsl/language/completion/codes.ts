import { codeSystems, systemAt } from "../../semantics/index.ts";
import type { Completion, Proposal } from "./completion.ts";
import { comingNext, rarely } from "./steps.ts";
import { afterComma, isSpaced, propose, type Typing } from "./typing.ts";

const systems: readonly Proposal[] = codeSystems.map((system) => ({
  label: system,
  kind: "type",
  insert: `${system} `,
  detail: `then codes of ${system}, until another system is named`,
}));

/** `ICD-10-CM M54.16, M50.1 to M50.13`: systems at the start of a part, `to` behind a code. */
export function codeCompletions(typing: Typing): readonly Completion[] {
  const part = afterComma(typing);
  const size = systemAt(part.words, 0)?.size ?? 0;
  const codes = part.words.slice(size);
  if (codes.length > 0 && (codes.length > 1 || isSpaced(typing)))
    return comingNext([rarely("to")], { ...part, words: codes.slice(1) });
  return propose(part, systems);
}

/** The codes of what can be asked for, behind its name: the last words may begin a system. */
export function itemCompletions(typing: Typing): readonly Completion[] {
  const begun = isSpaced(typing) ? [] : typing.words.slice(-1);
  const part = typing.words.some(({ text }) => text === ",") ? afterComma(typing) : { ...typing, words: begun };
  return typing.words.length > begun.length ? propose(part, systems) : [];
}
