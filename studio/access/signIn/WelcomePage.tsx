import "@mantine/core/styles/PasswordInput.css";
import { Button, PasswordInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { choosePassword, problemText } from "../../api/index.ts";
import { useBegin } from "./begin.ts";
import styles from "../access.module.css";

/** Where a one-time link leads: one chooses a password, then signs in with it. */
export function WelcomePage() {
  const [password, setPassword] = useState("");
  const [secret] = useState(() => location.hash.slice(1));
  const begin = useBegin();
  const choose = useMutation({
    mutationFn: () => choosePassword(secret, password),
    onSuccess: (outcome) => outcome.ok && location.replace("/"),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    choose.mutate();
  };
  const refused = choose.data?.ok === false ? problemText(choose.data.problem) : null;
  return (
    <main className={styles["notice"]}>
      <p className={styles["brand"]}>Precept</p>
      <h1>Choose a password</h1>
      <p>With it you sign in, and sign what you approve or publish. At least 12 characters; a few words are good.</p>
      {refused === null ? null : (
        <p role="alert" className={styles["problem"]}>
          {refused}
        </p>
      )}
      <form onSubmit={submit} aria-label="Choose a password">
        <PasswordInput
          label="Password"
          autoComplete="new-password"
          required
          minLength={12}
          ref={begin}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <Button type="submit" loading={choose.isPending}>
          Keep this password
        </Button>
      </form>
    </main>
  );
}
