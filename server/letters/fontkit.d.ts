/** fontkit ships no types; of it we only ask which characters a typeface draws. */
declare module "fontkit" {
  export function create(file: Buffer): { hasGlyphForCodePoint(codePoint: number): boolean };
}
