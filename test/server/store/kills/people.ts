import { addMember, openTeamApp, PASSWORD } from "../../access/people.ts";
import type { DatabasePlace } from "../../../../server/store/index.ts";
import type { Asker } from "./asking.ts";

/** Three people, of whom each does what the others may not. */
export interface Team {
  readonly author: Asker;
  readonly reviewer: Asker;
  readonly publisher: Asker;
}

/** What everybody sends with what they sign. */
export const credential = { password: PASSWORD };

/** Lists the three in a store that nobody has open. */
export async function listTeam(place: DatabasePlace): Promise<void> {
  const app = await openTeamApp(place);
  for (const role of ["author", "reviewer", "publisher"] as const) await addMember(app, role, [role]);
  await app.close();
}

/** Signs all three in; their sessions outlive the server. */
export async function signInTeam(url: string): Promise<Team> {
  const [author, reviewer, publisher] = await Promise.all(["author", "reviewer", "publisher"].map(enter(url)));
  if (author === undefined || reviewer === undefined || publisher === undefined) throw new Error("three sign in");
  return { author, reviewer, publisher };
}

const enter =
  (url: string) =>
  async (name: string): Promise<Asker> => {
    const answer = await fetch(`${url}/api/auth/sign-in`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ email: `${name}@precept.example`, password: PASSWORD }),
    });
    if (!answer.ok) throw new Error(`${name} does not get in: ${await answer.text()}`);
    const cookies = answer.headers.getSetCookie().map((cookie) => cookie.split(";")[0]);
    return { url, cookie: cookies.join("; ") };
  };
