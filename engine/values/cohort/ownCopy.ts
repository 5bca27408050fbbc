const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** A text cut from a large one keeps all of that in memory; its copy does not. */
export function ownCopy(text: string): string {
  return decoder.decode(encoder.encode(text));
}
