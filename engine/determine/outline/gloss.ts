import { quoted } from "../../words/index.ts";
import type { Outline } from "./outline.ts";

/**
 * What a definition's name means: its published wording where no sentence holds that, else what it stands for. Wording that
 * announces a list is followed by it, and a test of a table by its rows.
 */
export function glossOf(wording: string | null, { phrase, group, gloss }: Outline): string {
  const meaning = group?.kind === "table" && gloss !== null ? `${phrase.text}: ${gloss}` : phrase.text;
  if (wording === null) return meaning;
  return announces.test(wording) ? `${quoted(wording)}: ${meaning}` : quoted(wording);
}

const announces = /(?:\b(?:following|who|which|that|if|when|either|including)|:)[\s.:]*$/iu;
