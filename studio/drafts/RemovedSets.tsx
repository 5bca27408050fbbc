import { Button } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useActor } from "../access/index.ts";
import { orThrow, type RemovedSet, restoreSet } from "../api/index.ts";
import { Moment } from "../theme/index.ts";
import styles from "./drafts.module.css";

/** What was removed, by whom, and the way back. */
export function RemovedSets({ removed }: { readonly removed: readonly RemovedSet[] }) {
  if (removed.length === 0) return null;
  return (
    <details className={styles["removed"]}>
      <summary>Removed ({removed.length})</summary>
      <ul>
        {removed.map((set) => (
          <Removed key={set.name} set={set} />
        ))}
      </ul>
    </details>
  );
}

function Removed({ set: { name, title, files, by, at } }: { readonly set: RemovedSet }) {
  const queries = useQueryClient();
  const { may } = useActor();
  const restore = useMutation({
    mutationFn: () => orThrow(restoreSet(name)),
    onSuccess: () => queries.invalidateQueries(),
  });
  return (
    <li>
      <div>
        {title}
        <span className={styles["soft"]}>
          {files} {files === 1 ? "file" : "files"}, removed by {by.name}, <Moment at={at} />
        </span>
        {restore.error === null ? null : <p role="alert">{restore.error.message}</p>}
      </div>
      {may("author") ? (
        <Button
          variant="default"
          size="compact-sm"
          loading={restore.isPending}
          onClick={() => restore.mutate()}
          aria-label={`Bring back ${title}`}
        >
          Bring back
        </Button>
      ) : null}
    </li>
  );
}
