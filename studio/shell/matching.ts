import type { Command } from "./command.ts";

const shown = 60;

/** Commands that hold every word typed, in any order; those whose first word begins with it come first. */
export function matching(commands: readonly Command[], search: string): readonly Command[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const found = commands.filter(({ words: text, kind }) => {
    const whole = `${text} ${kind}`.toLowerCase();
    return words.every((word) => whole.includes(word));
  });
  const first = words[0] ?? "";
  const begins = (command: Command) => (command.words.toLowerCase().startsWith(first) ? 0 : 1);
  return found.toSorted((a, b) => begins(a) - begins(b)).slice(0, shown);
}
