/** A page of the studio that is no screen over the text: where one goes to see what is to be done. */
export interface Place {
  readonly to: "/" | "/reviews";
  readonly words: string;
  /** As the palette says it. */
  readonly command: string;
}

export const places: readonly Place[] = [
  { to: "/", words: "Drafts", command: "Go to the drafts" },
  { to: "/reviews", words: "Reviews", command: "Go to the reviews" },
];
