import "@mantine/core/styles/Checkbox.css";
import "@mantine/core/styles/PasswordInput.css";
import { Button, Checkbox, PasswordInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { changePassword, problemText, tokensQuery } from "../api/index.ts";
import styles from "./account.module.css";

/** Another password, for who knows the one before. */
export function PasswordForm() {
  const [current, setCurrent] = useState("");
  const [next, setNext] = useState("");
  const [endTokens, setEndTokens] = useState(true);
  const queries = useQueryClient();
  const change = useMutation({
    mutationFn: () => changePassword(current, next, endTokens),
    onSuccess: async (outcome) => {
      setCurrent("");
      if (outcome.ok) setNext("");
      await queries.invalidateQueries(tokensQuery);
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate();
  };
  return (
    <section aria-labelledby="password-heading">
      <h2 id="password-heading">Password</h2>
      <p className={styles["soft"]}>
        Your other sessions are over when you change it, and links with which it could be set.
      </p>
      <form className={styles["form"]} onSubmit={submit}>
        <PasswordInput
          label="Password now"
          autoComplete="current-password"
          required
          value={current}
          onChange={(event) => setCurrent(event.currentTarget.value)}
        />
        <PasswordInput
          label="New password"
          description="At least 12 characters"
          autoComplete="new-password"
          required
          minLength={12}
          value={next}
          onChange={(event) => setNext(event.currentTarget.value)}
        />
        <Checkbox
          label="End my tokens of the command line too"
          checked={endTokens}
          onChange={(event) => setEndTokens(event.currentTarget.checked)}
        />
        <Button type="submit" variant="default" loading={change.isPending}>
          Change the password
        </Button>
      </form>
      <output>{change.data?.ok === true ? "The password is changed." : ""}</output>
      {change.data?.ok === false ? (
        <p role="alert" className={styles["problem"]}>
          {problemText(change.data.problem)}
        </p>
      ) : null}
    </section>
  );
}
