/**
 * Text of golden files in which what cannot be seen is spelt out: `{U+202E}` is that character, `{9 x abc}` is `abc` nine
 * times.
 */
export function fromVisible(text: string): string {
  return text
    .replaceAll(/\{U\+([0-9A-F]{4,6})\}/g, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replaceAll(/\{(\d+) x ([^}]*)\}/g, (_, times: string, part: string) => part.repeat(Number(times)));
}

/** Controls, invisible and space-like characters and text that runs from right to left, spelt out. */
export function toVisible(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cf}\p{Zs}\p{Script=Hebrew}\p{Script=Arabic}\ufffd]/gu, (character) =>
    character === "\n" || character === " " ? character : spelt(character),
  );
}

const spelt = (character: string): string =>
  `{U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}}`;
