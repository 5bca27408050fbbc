import type { Declaration } from "../syntax/index.ts";

/** What it says of the base does not count any more: it gives no name and no meaning of its own. */
export function takesAway(declaration: Declaration): boolean {
  return reasonOf(declaration, "taken away because") !== null;
}

/** What stands after `changed because`, `taken away because` or `filled in by engine because`. */
export function reasonOf(
  declaration: Declaration,
  kind: "changed because" | "taken away because" | "filled in by engine because",
): string | null {
  const body = "body" in declaration ? declaration.body : [];
  return body.flatMap((clause) => (clause.kind === kind && "text" in clause ? [clause.text.text] : []))[0] ?? null;
}
