import { countAttempt } from "./attempts.ts";
import type { Library } from "./library.ts";
import { answerOrRefusal } from "./libraryRefusal.ts";
import { done, type Outcome, refuse } from "./outcome.ts";
import { countRefusal } from "./refusals.ts";
import { type Asking, type Cookies, recordEntry } from "./signIn.ts";
import type { Team } from "./team.ts";
import { PROVIDER, type Underway, underway } from "./underway.ts";
import { within } from "./within.ts";

/** Where to send the browser so that the provider signs the person in. `again`: it asks for the credential anew. */
export async function startAtProvider(
  { database, clock, address, provider }: Team,
  { returnTo, again }: { readonly returnTo: string; readonly again: boolean },
  { headers, address: from }: Asking,
): Promise<Outcome<{ readonly url: string; readonly cookies: Cookies }>> {
  if (provider === null) return refuse(404, "Nobody signs in through another place here.");
  const tooMany = await countAttempt(database, { kind: "provider", name: PROVIDER, address: from }, clock());
  if (tooMany !== null) return tooMany;
  const reached = await provider.reach();
  if (reached.kind !== "reached") return refuse(409, notReached(provider.name, reached.kind));
  const { library } = reached;
  // What was never finished is not kept.
  await database.deleteFrom("sign_in_verification").where("expires_at", "<=", clock()).execute();
  // With `max_age` the provider must say when the credential was shown (OpenID Connect Core 3.1.2.1).
  const additionalParams = again ? { prompt: "login", max_age: "0" } : { max_age: "43200" };
  const body = { provider: PROVIDER, callbackURL: address + returnTo, disableRedirect: true, additionalParams };
  const asked = await answerOrRefusal(library.api.signInSocial({ body, headers, returnHeaders: true }), {
    "*": refuse(409, notReached(provider.name, "another")),
  });
  if (!asked.ok) return asked;
  return done({ url: asked.value.response.url ?? "", cookies: asked.value.headers.getSetCookie() });
}

function notReached(name: string, why: "silent" | "another"): string {
  if (why === "silent")
    return `${name} does not answer. Sign in with your password, if you have one here, or try again in a minute.`;
  return `What answers as ${name} is not what this server was told of. Tell an admin; with a password you can sign in.`;
}

/** The browser coming back from the provider: on with a session, or to the sign-in page with `?error=`. */
export async function finishAtProvider(team: Team, request: Request): Promise<Response> {
  const { provider } = team;
  const reached = await provider?.reach();
  if (provider === null || reached?.kind !== "reached") {
    await countRefusal(team.database, "at provider", team.clock());
    return silent(team);
  }
  return (await within(finish(team, reached.library, request), 2 * provider.patience)) ?? silent(team);
}

async function finish(team: Team, library: Library, request: Request): Promise<Response> {
  const known: Underway = { authenticatedAt: null, personId: null };
  const answer = await underway.run(known, () => library.handler(request));
  const { personId } = known;
  if (personId === null) await countRefusal(team.database, "at provider", team.clock());
  else await recordEntry(team, "sign in", personId);
  return answer;
}

function silent({ address }: Team): Response {
  return new Response(null, { status: 302, headers: { location: `${address}/sign-in?error=provider_silent` } });
}
