import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { create } from "fontkit";

export type Weight = "regular" | "semibold";

/** One font file. `draws` tells whether it has every character of a text. */
export interface Typeface {
  readonly name: string;
  readonly file: Buffer;
  draws(text: string): boolean;
}

/** The files of Plex Serif (WOFF: parts of WOFF2 files cannot be embedded), each a part of its characters; then DejaVu for signs, Greek, Hebrew, Arabic and more. */
const files: Readonly<Record<Weight, readonly string[]>> = {
  regular: [...plexFiles(400), "dejavu-fonts-ttf/ttf/DejaVuSerif.ttf", "dejavu-fonts-ttf/ttf/DejaVuSans.ttf"],
  semibold: [
    ...plexFiles(600),
    "dejavu-fonts-ttf/ttf/DejaVuSerif-Bold.ttf",
    "dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf",
  ],
};

function plexFiles(weight: number): readonly string[] {
  const parts = ["latin", "latin-ext", "vietnamese", "cyrillic", "cyrillic-ext"];
  return parts.map((part) => `@fontsource/ibm-plex-serif/files/ibm-plex-serif-${part}-${weight}-normal.woff`);
}

const opened = new Map<Weight, readonly Typeface[]>();

/** In the order in which they are tried. Files are read once, at the first letter. */
export function typefaces(weight: Weight): readonly Typeface[] {
  const known = opened.get(weight);
  if (known !== undefined) return known;
  const faces = files[weight].map((path, index) => openFace(`${weight}-${index}`, path));
  opened.set(weight, faces);
  return faces;
}

function openFace(name: string, path: string): Typeface {
  const file = readFileSync(fileURLToPath(new URL(import.meta.resolve(path))));
  const font = create(file);
  return {
    name,
    file,
    draws: (text) => [...text].every((character) => font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0)),
  };
}

/** The first typeface that draws the text; the first of all where none does, which then shows its empty box. */
export function typefaceFor(text: string, weight: Weight): Typeface {
  const faces = typefaces(weight);
  const face = faces.find((each) => each.draws(text)) ?? faces[0];
  if (face === undefined) throw new Error("There is no typeface to set letters in");
  return face;
}
