import { type Person, findActive } from "./person.ts";
import type { Team } from "./team.ts";
import { personOfToken } from "./tokens.ts";

/** How a request says who sends it. */
export interface Entry {
  readonly person: Person;
  readonly by:
    | { readonly kind: "token" }
    /** `credentialAt`: when a credential was last shown for this session; `null`: nobody knows. */
    | { readonly kind: "session"; readonly signedInWith: "password" | "provider"; readonly credentialAt: Date | null };
}

/**
 * Whose request it is; `null`: nobody's. A request with a token is of the token alone, whatever its cookies say. Cookies
 * are signed by the library; the session behind them and the person are looked up each time.
 */
export async function entryOf({ database, library, clock }: Team, { headers }: Request): Promise<Entry | null> {
  const authorization = headers.get("authorization");
  if (authorization !== null) {
    const person = await personOfToken(database, authorization, clock());
    return person === null ? null : { person, by: { kind: "token" } };
  }
  if (!headers.has("cookie")) return null;
  const found = await library.api.getSession({ headers });
  if (found === null) return null;
  const person = await findActive(database, { id: found.user.id });
  if (person === null) return null;
  const signedInWith = found.session.signedInWith === "provider" ? "provider" : "password";
  return { person, by: { kind: "session", signedInWith, credentialAt: found.session.credentialAt ?? null } };
}
