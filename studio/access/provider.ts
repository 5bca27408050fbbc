import { problemText, startAtProvider } from "../api/index.ts";

/**
 * Leaves for the place where the team signs in, and comes back to what is on screen. `again`: the credential is asked for
 * anew, as signing something needs it. The answer is why it did not leave.
 */
export async function goToProvider(again: boolean): Promise<string | null> {
  const here = location.pathname === "/sign-in" ? "/" : location.pathname + location.search;
  const started = await startAtProvider(here, again);
  if (!started.ok) return problemText(started.problem);
  location.assign(started.value.url);
  return null;
}
