import "@mantine/core/styles/PasswordInput.css";
import { Button, PasswordInput, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useLayoutEffect, useRef, useState } from "react";
import { problemText, type Session, signIn as askToSignIn } from "../../api/index.ts";
import styles from "../access.module.css";
import { goToProvider } from "../provider.ts";

interface SignInPageProps {
  readonly signIn: Session["signIn"];
  readonly done: () => void;
}

/** Email and password, or the place where the team signs in; until then nothing behind it, dialogs too, can be reached. */
export function SignInPage({ signIn, done }: SignInPageProps) {
  const [problem, setProblem] = useState(broughtBack);
  const layer = useRef<HTMLDialogElement>(null);
  // Closed before it is gone, so that the keyboard goes back to where it was.
  useLayoutEffect(() => {
    const opened = layer.current;
    opened?.showModal();
    return () => opened?.close();
  }, []);
  return (
    <dialog ref={layer} className={styles["layer"]} aria-label="Sign in" onCancel={(event) => event.preventDefault()}>
      <main className={styles["notice"]}>
        <p className={styles["brand"]}>Precept</p>
        <h1>Sign in</h1>
        {problem === null ? null : (
          <p role="alert" className={styles["problem"]}>
            {problem}
          </p>
        )}
        {signIn.provider === null ? null : <AtProvider name={signIn.provider.name} tell={setProblem} />}
        {signIn.password ? <WithPassword done={done} tell={setProblem} /> : null}
        <p className={styles["soft"]}>What was typed before is kept in this browser. An admin lists who may enter.</p>
      </main>
    </dialog>
  );
}

function AtProvider({ name, tell }: { readonly name: string; readonly tell: (problem: string | null) => void }) {
  return (
    <Button variant="default" onClick={() => void goToProvider(false).then(tell)}>
      Sign in with {name}
    </Button>
  );
}

interface WithPasswordProps {
  readonly done: () => void;
  readonly tell: (problem: string | null) => void;
}

function WithPassword({ done, tell }: WithPasswordProps) {
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const enter = useMutation({
    mutationFn: () => askToSignIn({ email, password }),
    onSuccess: (outcome) => {
      tell(outcome.ok ? null : problemText(outcome.problem));
      if (!outcome.ok) return setPassword("");
      if (location.pathname === "/sign-in") history.replaceState(null, "", "/");
      return done();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    enter.mutate();
  };
  return (
    <form onSubmit={submit} aria-label="Sign in with a password">
      <TextInput
        label="Email"
        type="email"
        name="email"
        autoComplete="username"
        required
        value={email}
        onChange={(event) => setEmail(event.currentTarget.value)}
      />
      <PasswordInput
        label="Password"
        name="password"
        autoComplete="current-password"
        required
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
      <Button type="submit" loading={enter.isPending}>
        Sign in
      </Button>
    </form>
  );
}

/** Why the provider's way did not end here, told in the address by the server. */
function broughtBack(): string | null {
  const error = new URLSearchParams(location.search).get("error");
  if (location.pathname !== "/sign-in" || error === null) return null;
  return reasons[error] ?? "Signing in did not work. Try again.";
}

const notListed = "Nobody with this email is listed here. Ask an admin to list you.";
const reasons: Readonly<Record<string, string>> = {
  email_not_verified: "Your email is not verified where you signed in. Verify it there, then try again.",
  provider_silent: "The place where you sign in does not answer. Try again in a minute.",
  not_listed: notListed,
  signup_disabled: notListed,
  account_not_linked: notListed,
  unable_to_create_session: "You may not enter any more. Ask an admin.",
  state_mismatch: "This way of signing in was used already, or is too old. Try again.",
};
