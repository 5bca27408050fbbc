import { type Authority, type Guideline, nameKey } from "../../../dsl/index.ts";

/** Where a guideline stands: its rank from 0, and the place of the name it stands there by; `null` in no rank. */
export interface Place {
  readonly rank: number;
  readonly name: number;
}

/** By its title, else by who adopted it, else by how its source begins: the highest rank that the first of these names. */
export function placeIn(authority: Authority, { title, adoptedBy, source }: Guideline): Place | null {
  const adopters = new Set(adoptedBy.map(nameKey));
  const published = nameKey(source?.title ?? "");
  return (
    find(authority, (key) => key === nameKey(title)) ??
    find(authority, (key) => adopters.has(key)) ??
    find(authority, (key) => beginsWith(published, key))
  );
}

/** `ACOEM Practice Guidelines` begins with `ACOEM`, `ACOEMs` does not. */
function beginsWith(words: string, key: string): boolean {
  return words.startsWith(key) && !/[\p{L}\p{N}]/u.test(words.charAt(key.length));
}

function find({ ranks }: Authority, isMeant: (key: string) => boolean): Place | null {
  for (const [rank, { names }] of ranks.entries()) {
    const name = names.findIndex(({ key }) => isMeant(key));
    if (name >= 0) return { rank, name };
  }
  return null;
}
