import { createColors } from "picocolors";

/** Colours by what they say. Nothing is said by colour alone. */
export interface Palette {
  readonly strong: (text: string) => string;
  readonly quiet: (text: string) => string;
  readonly good: (text: string) => string;
  readonly bad: (text: string) => string;
  readonly open: (text: string) => string;
  readonly name: (text: string) => string;
}

export function palette(colour: boolean): Palette {
  const colours = createColors(colour);
  return {
    strong: colours.bold,
    quiet: colours.dim,
    good: colours.green,
    bad: colours.red,
    open: colours.cyan,
    name: colours.blue,
  };
}
