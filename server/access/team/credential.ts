import type { Credential } from "../../protocol/index.ts";
import { record } from "../../store/index.ts";
import type { Confirmed } from "../confirmed.ts";
import type { Actor } from "../actor.ts";
import { countAttempt, forgetAttempts } from "./attempts.ts";
import { refuse } from "./outcome.ts";
import { findActive } from "./person.ts";
import { entryOf } from "./sessions.ts";
import type { Team } from "./team.ts";

/** Signing in at the provider counts as showing the credential again for so long. */
const RECENT_MINUTES = 5;

/** The password again; or, for who signed in at the provider, that they have just done so. */
export async function confirmInTeam(
  team: Team,
  request: Request,
  actor: Actor,
  { password }: Credential = {},
): Promise<Confirmed> {
  if (password !== undefined) return confirmPassword(team, actor, password);
  const entry = await entryOf(team, request);
  if (entry === null || entry.person.id !== actor.id) return refuse(403, "Sign in first.");
  if (entry.by.kind === "token") return refuse(403, "Signing needs your password; a token alone does not sign.");
  if (entry.by.signedInWith === "password") return refuse(403, "Type your password again to sign.");
  const { credentialAt } = entry.by;
  const age = credentialAt === null ? Number.POSITIVE_INFINITY : team.clock().getTime() - credentialAt.getTime();
  if (Math.abs(age) <= RECENT_MINUTES * 60_000) return { ok: true };
  return refuse(403, `Sign in again to sign: your last sign-in is more than ${RECENT_MINUTES} minutes ago.`);
}

async function confirmPassword(team: Team, actor: Actor, password: string): Promise<Confirmed> {
  const { database, clock } = team;
  const person = await findActive(database, { id: actor.id });
  if (person === null) return refuse(403, "Sign in first.");
  const attempt = { kind: "credential", name: person.id, address: "" } as const;
  const tooMany = await countAttempt(database, attempt, clock());
  if (tooMany !== null) return tooMany;
  if (await isPassword(team, person.id, password)) {
    await forgetAttempts(database, attempt);
    return { ok: true };
  }
  await database
    .transaction()
    .execute((transaction) =>
      record(transaction, { actor: actor.id, action: "refuse credential", subject: actor.id, detail: {}, at: clock() }),
    );
  return refuse(403, "This is not your password. Nothing was signed.");
}

async function isPassword({ library }: Team, personId: string, password: string): Promise<boolean> {
  const { internalAdapter, password: passwords } = await library.$context;
  const hash = (await internalAdapter.findCredentialAccount(personId))?.password;
  return typeof hash === "string" && passwords.verify({ hash, password });
}
