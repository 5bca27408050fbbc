import { type Typeface, typefaceFor, type Weight } from "./typefaces.ts";

/** A stretch of text in one typeface and direction. */
export interface Run {
  readonly text: string;
  readonly face: Typeface;
  readonly rightToLeft: boolean;
}

const rightToLeftStretch =
  /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFE](?:[^\p{L}]*[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFE])*/gu;
/** Controls have no glyph. Direction is set stretch by stretch, so its marks have done their work. */
const controls = /[\p{Cc}\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/gu;
const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

/** Splits text so that each stretch can be drawn as it is: one typeface, one direction. */
export function runsOf(text: string, weight: Weight): readonly Run[] {
  const plain = breakable(text.replace(/\s+/gu, " ").replace(controls, ""));
  return directionsOf(plain).flatMap((stretch) => inOneFace(stretch.text, stretch.rightToLeft, weight));
}

/** No line holds so many characters, and a line is sought character by character: such a word may break every so often. */
function breakable(text: string): string {
  return text.replace(/\S{60}(?=\S)/gu, "$&\u200B");
}

function directionsOf(text: string): readonly { readonly text: string; readonly rightToLeft: boolean }[] {
  const stretches: { text: string; rightToLeft: boolean }[] = [];
  let end = 0;
  for (const match of text.matchAll(rightToLeftStretch)) {
    stretches.push(
      { text: text.slice(end, match.index), rightToLeft: false },
      { text: numbersTurned(match[0]), rightToLeft: true },
    );
    end = match.index + match[0].length;
  }
  return [...stretches, { text: text.slice(end), rightToLeft: false }].filter((stretch) => stretch.text !== "");
}

/** Numbers run left to right within right-to-left text. The stretch is turned as a whole when drawn, so they are turned before. */
function numbersTurned(text: string): string {
  return text.replace(/\d+(?:[.,:/-]\d+)*/gu, (number) => [...number].toReversed().join(""));
}

/** Spaces, and what stands within right-to-left text, keep to the typeface before them: such words stay in one piece. */
function inOneFace(text: string, rightToLeft: boolean, weight: Weight): readonly Run[] {
  const runs: Run[] = [];
  for (const { segment } of graphemes.segment(text)) {
    const last = runs.at(-1);
    const stays = last !== undefined && (rightToLeft || segment === " ") && last.face.draws(segment);
    const face = stays ? last.face : typefaceFor(segment, weight);
    if (last?.face === face) runs[runs.length - 1] = { ...last, text: last.text + segment };
    else runs.push({ text: segment, face, rightToLeft });
  }
  return runs;
}
