import { useMemo } from "react";
import { useActor } from "../access/index.ts";
import { type Place, places } from "./places.ts";

/** The pages that have something to see for the person who works here. */
export function usePlaces(): readonly Place[] {
  const { roles } = useActor();
  return useMemo(
    () => places.filter(({ roles: wanted }) => wanted === undefined || wanted.some((role) => roles.includes(role))),
    [roles],
  );
}
