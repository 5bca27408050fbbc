import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { orThrow, removeSet, type SetSummary, setQuery } from "../api/index.ts";
import { FormDialog } from "../dialog/index.ts";
import styles from "./drafts.module.css";
import { heldWords } from "./held.ts";

interface RemoveDialogProps {
  readonly set: SetSummary;
  readonly close: () => void;
}

/** Asked once more, with what goes and what stays. */
export function RemoveDialog({ set: { name, title }, close }: RemoveDialogProps) {
  const queries = useQueryClient();
  const stored = useQuery(setQuery(name));
  const remove = useMutation({
    mutationFn: (revision: number) => orThrow(removeSet(name, revision)),
    onSuccess: () => {
      close();
      queries.removeQueries({ queryKey: setQuery(name).queryKey });
      void queries.invalidateQueries();
    },
  });
  const revision = stored.data?.revision;
  const problem = remove.error?.message ?? stored.error?.message ?? null;
  return (
    <FormDialog
      title={`Remove ${title}?`}
      action="Remove the draft"
      lacks={revision === undefined}
      busy={remove.isPending}
      problem={problem}
      submit={() => revision !== undefined && remove.mutate(revision)}
      close={close}
    >
      <p>
        {title} was never released, so no case was decided by it.
        {stored.data === undefined ? null : (
          <>
            {" "}
            What goes from the list of drafts: <strong>{heldWords(stored.data.files)}</strong>.
          </>
        )}
      </p>
      <p className={styles["dialogNote"]}>
        What stays: every text that was ever saved in it, with who wrote it and when, its comments and reviews, and the
        audit log, which names who removed it. It can be brought back as it is now, under “Removed”. The name{" "}
        <code>{name}</code> stays taken.
      </p>
    </FormDialog>
  );
}
