import { useQuery } from "@tanstack/react-query";
import { useActor } from "../access/index.ts";
import { sessionQuery } from "../api/index.ts";
import { Page } from "../theme/index.ts";
import styles from "./account.module.css";
import { PasswordForm } from "./PasswordForm.tsx";
import { Tokens } from "./Tokens.tsx";

/** What belongs to who is signed in: their password, and tokens for the command line. */
export function AccountPage() {
  const { name, roles, local } = useActor();
  const signsWith = useQuery(sessionQuery).data?.signsWith;
  if (local)
    return (
      <Page title="Account">
        <p>This server is for one person at this machine, who needs no account.</p>
      </Page>
    );
  return (
    <Page title="Account" lead={`${name}: ${roles.join(", ")}.`}>
      <div className={styles["parts"]}>
        <Tokens />
        {signsWith === "password" ? <PasswordForm /> : null}
      </div>
    </Page>
  );
}
