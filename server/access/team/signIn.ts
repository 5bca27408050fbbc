import { record } from "../../store/index.ts";
import { countAttempt, forgetAttempts } from "./attempts.ts";
import { answerOrRefusal } from "./libraryRefusal.ts";
import { done, type Outcome, refuse, type Refused } from "./outcome.ts";
import { findActive } from "./person.ts";
import { countRefusal } from "./refusals.ts";
import { endLinks, endTokensOf } from "./ending.ts";
import { entryOf } from "./sessions.ts";
import type { Team } from "./team.ts";

/** A request of somebody nobody knows yet, and the address it came from. */
export interface Asking {
  readonly headers: Headers;
  readonly address: string;
}

/** `Set-Cookie` headers for the answer. */
export type Cookies = readonly string[];

/** The same sentence whether the email is unknown, the password is wrong, or the person may not enter. */
const wrong = refuse(403, "This email and password do not belong together here.");

export async function signInWithPassword(
  team: Team,
  given: { readonly email: string; readonly password: string },
  { headers, address }: Asking,
): Promise<Outcome<Cookies>> {
  const { database, library, clock } = team;
  const email = given.email.toLowerCase();
  const attempt = { kind: "password", name: email, address } as const;
  const tooMany = await countAttempt(database, attempt, clock());
  if (tooMany !== null) return refused(team, email, tooMany);
  const body = { email, password: given.password };
  const asked = await answerOrRefusal(library.api.signInEmail({ body, headers, returnHeaders: true }), { "*": wrong });
  const person = await findActive(database, { email });
  if (!asked.ok || person === null) return refused(team, email, wrong);
  await forgetAttempts(database, attempt);
  await recordEntry(team, "sign in", person.id);
  return done(asked.value.headers.getSetCookie());
}

/** Of an email that nobody has here nothing is kept: it may be a password typed in the wrong place. */
async function refused({ database, clock }: Team, email: string, why: Refused): Promise<Refused> {
  const person = await findActive(database, { email });
  await countRefusal(database, person === null ? "unknown" : { person: person.id }, clock());
  return why;
}

/** Entering and leaving, tried and done. */
export async function recordEntry({ database, clock }: Team, action: string, who: string): Promise<void> {
  const event = { actor: who, action, subject: who, detail: {}, at: clock() };
  await database.transaction().execute((transaction) => record(transaction, event));
}

/** Ends the session of this request, if there is one. */
export async function signOut(team: Team, request: Request): Promise<Cookies> {
  const entry = await entryOf(team, request);
  const { headers } = await team.library.api.signOut({ headers: request.headers, returnHeaders: true });
  if (entry !== null) await recordEntry(team, "sign out", entry.person.id);
  return headers.getSetCookie();
}

interface NewPassword {
  readonly current: string;
  readonly next: string;
  /** Also those who hold a token are out. */
  readonly endTokens: boolean;
}

/**
 * A new password for who knows the one before. Every other session of theirs is over, and every link with which a password could
 * be set: whoever has those may be why it is changed.
 */
export async function changePassword(
  team: Team,
  personId: string,
  { current, next, endTokens }: NewPassword,
  { headers }: Request,
): Promise<Outcome<Cookies>> {
  const { database, library, clock } = team;
  const person = await findActive(database, { id: personId });
  if (person === null) return wrong;
  const attempt = { kind: "credential", name: personId, address: "" } as const;
  const tooMany = await countAttempt(database, attempt, clock());
  if (tooMany !== null) return tooMany;
  const body = { currentPassword: current, newPassword: next, revokeOtherSessions: true };
  const asked = await answerOrRefusal(library.api.changePassword({ body, headers, returnHeaders: true }), {
    INVALID_PASSWORD: refuse(403, "This is not your password. It was not changed."),
    CREDENTIAL_ACCOUNT_NOT_FOUND: refuse(409, "You have no password here: you sign in at another place."),
  });
  if (!asked.ok) return asked;
  await forgetAttempts(database, attempt);
  await database.transaction().execute(async (transaction) => {
    await endLinks(transaction, personId);
    const tokens = endTokens ? await endTokensOf(transaction, personId) : 0;
    const said = { actor: personId, action: "change password", subject: personId };
    await record(transaction, { ...said, detail: { tokens }, at: clock() });
  });
  return done(asked.value.headers.getSetCookie());
}
