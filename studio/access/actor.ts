import { useQuery } from "@tanstack/react-query";
import { type Role, type Session, sessionQuery } from "../api/index.ts";

/** Who works here, and what they may do. Before the server has answered, nobody who may do anything. */
export function useActor() {
  const session = useQuery(sessionQuery).data;
  const actor: Session["actor"] = session?.actor ?? null;
  return {
    id: actor?.id ?? null,
    name: actor?.name ?? "",
    roles: actor?.roles ?? [],
    /** One person at this machine, without accounts. */
    local: session?.mode !== "team",
    /** Whether the person has one of these roles. Every role may do what viewers may. */
    may: (...roles: readonly Role[]) => actor !== null && actor.roles.some((role) => roles.includes(role)),
  };
}
