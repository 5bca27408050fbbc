import { Button, Textarea } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { orThrow, rollBack, setQuery } from "../../api/index.ts";
import styles from "./rollback.module.css";

interface RollbackFormProps {
  readonly set: string;
  readonly version: string;
  /** The number it would be released under. */
  readonly next: string | null;
  readonly close: () => void;
}

/** The texts of the release become the draft, which goes to review. */
export function RollbackForm({ set, version, next, close }: RollbackFormProps) {
  const revision = useQuery(setQuery(set)).data?.revision;
  const [reason, setReason] = useState("");
  const { mutate, isPending, error } = useGoingBack(set, close);
  const go = () => {
    if (revision !== undefined) mutate({ version, revision, reason: reason.trim() });
  };
  return (
    <form
      className={styles["form"]}
      onSubmit={(event) => {
        event.preventDefault();
        go();
      }}
    >
      <p>
        The texts of {version} take the place of the draft, whose own text stays in its history, and go to review like
        any other change. {next === null ? null : `Approved and published, they are release ${next}.`}
      </p>
      <Textarea
        label="Why, for the reviewer"
        autosize
        minRows={2}
        maxLength={2000}
        value={reason}
        onChange={({ currentTarget: { value } }) => setReason(value)}
      />
      {error === null ? null : <p role="alert">{error.message}</p>}
      <div className={styles["buttons"]}>
        <Button variant="default" onClick={close}>
          Not now
        </Button>
        <Button type="submit" loading={isPending} disabled={revision === undefined}>
          Go back to {version} and send it to review
        </Button>
      </div>
    </form>
  );
}

interface Wish {
  readonly version: string;
  readonly revision: number;
  readonly reason: string;
}

function useGoingBack(set: string, close: () => void) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: (wish: Wish) => orThrow(rollBack(set, wish)),
    onSuccess: ({ made }) => {
      const change = made?.change ?? null;
      if (change === null) return;
      close();
      void queries.invalidateQueries();
      void navigate({ to: "/reviews/$change", params: { change: `${change.id}` } });
    },
  });
}
