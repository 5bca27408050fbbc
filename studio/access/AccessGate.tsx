import { useQuery, useQueryClient } from "@tanstack/react-query";
import { lazy, type ReactNode, Suspense, useCallback, useEffect, useState } from "react";
import styles from "./access.module.css";
import { LastActor } from "./actor.ts";
import { PasswordResets } from "./PasswordResets.tsx";
import { holdKeys } from "./heldKeys.ts";
import { useOtherTabs } from "./otherTabs.ts";
import { onSignedOut, type Session, sessionQuery } from "../api/index.ts";

const SignInPage = lazy(async () => ({ default: (await import("./signIn/index.ts")).SignInPage }));
const WelcomePage = lazy(async () => ({ default: (await import("./signIn/index.ts")).WelcomePage }));

/**
 * The studio for who is signed in. When a session ends, signing in lies over what was on screen, which stays as it is;
 * somebody else then begins anew.
 */
export function AccessGate({ children }: { readonly children: ReactNode }) {
  const queries = useQueryClient();
  const session = useQuery(sessionQuery).data;
  const [last, setLast] = useState<Session["actor"]>(null);
  const actor = session?.actor ?? null;
  const id = actor?.id ?? null;
  const askAgain = useCallback(() => void queries.invalidateQueries(sessionQuery), [queries]);
  useEffect(() => onSignedOut(askAgain), [askAgain]);
  useOtherTabs(session === undefined ? undefined : id, askAgain);
  if (last === null && actor !== null) setLast(actor);
  useEffect(() => {
    if (last !== null && id !== null && last.id !== id) location.reload();
  }, [id, last]);
  const away = session !== undefined && session.actor === null;
  useEffect(() => (away ? holdKeys() : undefined), [away]);
  if (location.pathname === "/welcome")
    return (
      <Suspense>
        <WelcomePage />
      </Suspense>
    );
  // Nothing is begun for nobody; what somebody had begun stays.
  const begun = !away || last !== null;
  return (
    <>
      {begun ? (
        <div inert={away} className={styles["begun"]}>
          <LastActor value={last}>{children}</LastActor>
        </div>
      ) : null}
      {away ? null : <PasswordResets />}
      {away ? (
        <Suspense>
          <SignInPage signIn={session.signIn} done={() => void queries.invalidateQueries()} />
        </Suspense>
      ) : null}
    </>
  );
}
