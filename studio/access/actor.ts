import { useQuery } from "@tanstack/react-query";
import { createContext, useContext } from "react";
import { type Role, type Session, sessionQuery } from "../api/index.ts";

/** Who worked here last: while they sign in again, everything stays as it was for them. */
export const LastActor = createContext<Session["actor"]>(null);

/** Who works here, and what they may do. Before the server has answered, nobody who may do anything. */
export function useActor() {
  const session = useQuery(sessionQuery).data;
  const last = useContext(LastActor);
  const actor = session?.actor ?? last;
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
