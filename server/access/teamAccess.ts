import type { Access } from "./access.ts";
import { confirmInTeam, entryOf, type Team } from "./team/index.ts";

/** People with accounts, listed by an admin. */
export function teamAccess(team: Team): Access {
  return {
    mode: "team",
    address: team.address,
    team,
    signIn: { password: true, provider: team.provider === null ? null : { name: team.provider.name } },
    whoAsks: async (request) => {
      const entry = await entryOf(team, request);
      return entry === null ? null : { id: entry.person.id, name: entry.person.name, roles: entry.person.roles };
    },
    signsWith: async (request) => {
      const entry = await entryOf(team, request);
      return entry?.by.kind === "session" && entry.by.signedInWith === "provider" ? "recent sign-in" : "password";
    },
    confirmCredential: (request, actor, credential) => confirmInTeam(team, request, actor, credential),
  };
}
