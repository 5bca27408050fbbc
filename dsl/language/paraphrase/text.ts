import type { Need, Text } from "../../semantics/index.ts";

/** Published wording, citation and notes, a line each. */
export function textLines({ wording, citation, notes }: Text): readonly string[] {
  return [
    ...(wording === null ? [] : [quoted(wording)]),
    ...(citation === null ? [] : [`cite ${quoted(citation)}`]),
    ...notes.map((note) => `note ${quoted(note)}`),
  ];
}

/** Quotes inside quotes become single ones. */
export const quoted = (text: string): string => `"${text.replaceAll(/["“”„]/g, "'")}"`;

export function needLine(need: Need): string {
  return need.kind === "attestation" ? `reviewer attests ${quoted(need.statement)}` : `needs ${need.text}`;
}
