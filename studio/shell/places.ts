import type { Role } from "../api/index.ts";

/** A page of the studio that is no screen over the text: where one goes to see what is to be done, and what was. */
export interface Place {
  readonly to: "/" | "/reviews" | "/releases" | "/due" | "/audit";
  readonly words: string;
  /** As the palette says it. */
  readonly command: string;
  /** Who has something to see there; left out: everybody. */
  readonly roles?: readonly Role[];
}

export const places: readonly Place[] = [
  { to: "/", words: "Drafts", command: "Go to the drafts" },
  { to: "/reviews", words: "Reviews", command: "Go to the reviews" },
  { to: "/releases", words: "Releases", command: "Go to the releases" },
  { to: "/due", words: "Due", command: "Go to what is due for its yearly review" },
  { to: "/audit", words: "Audit", command: "Go to the audit log", roles: ["reviewer", "publisher", "admin"] },
];
