/** Scripts in general use (UAX 31, table 5), but for those of a combination below. */
const scripts =
  "Arab Armn Beng Bopo Cyrl Deva Ethi Geor Grek Gujr Guru Hang Hani Hebr Hira Kana Khmr Knda Laoo Latn Mlym Mymr Orya Sinh Taml Telu Thaa Thai Tibt";
/** Chinese, Japanese and Korean are written with more than one, and with Latin letters among them. */
const combinations = ["Latn Hani Hira Kana", "Latn Hani Bopo", "Latn Hani Hang"];

/** Digits and signs belong to every script, marks to the letter before them. */
const writtenWith = (script: string) => `\\p{scx=${script}}`;
const kinds = [...scripts.split(" "), ...combinations].map(
  (kind) => new RegExp(`^[\\p{scx=Zyyy}\\p{scx=Zinh}${kind.split(" ").map(writtenWith).join("")}]*$`, "u"),
);

/** The vowel `am` of Thai and Lao: one letter of everyday use that Unicode nevertheless takes apart. */
const AM = /[\u0e33\u0eb3]/gu;

/**
 * Why another name may look the same for its letters, as the end of a sentence; `null` where none does: letters of one script, as
 * UTS 39 section 5.2 calls highly restrictive, and none of them another form of an ordinary one (wide, bold, in a ligature).
 */
export function scriptProblem(name: string): string | null {
  const ordinary = name.replace(AM, "");
  if (ordinary.normalize("NFKC") !== ordinary)
    return "holds another form of an ordinary letter or digit, so that another name would look the same";
  if (kinds.some((kind) => kind.test(name))) return null;
  return "mixes letters of several scripts, or holds some of a script no longer in general use, so that another name would look the same";
}
