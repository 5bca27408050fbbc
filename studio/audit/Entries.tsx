import { Button, Loader } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { auditQuery } from "../api/index.ts";
import { Table } from "../theme/index.ts";
import type { AuditView } from "./auditView.ts";
import styles from "./audit.module.css";
import { EntryRow } from "./EntryRow.tsx";

interface EntriesProps {
  readonly view: AuditView;
  readonly show: (view: AuditView) => void;
}

/** One page of the log, the latest first. */
export function Entries({ view, show }: EntriesProps) {
  const { data, error, isPending } = useQuery(auditQuery(view));
  if (isPending) return <Loader size="sm" aria-label="Reading" />;
  if (data === undefined) return <p role="alert">{error?.message}</p>;
  const known = {
    people: new Map(data.people.map(({ id, name }) => [id, name])),
    changes: new Map(data.changes.map(({ id, ...change }) => [`${id}`, change])),
  };
  return (
    <>
      {data.entries.length === 0 ? <Nothing view={view} /> : null}
      {data.entries.length === 0 ? null : (
        <Table className={styles["entries"]} heads={["When", "Who", "What", "Guideline set"]}>
          {data.entries.map((entry) => (
            <EntryRow key={entry.seq} entry={entry} known={known} />
          ))}
        </Table>
      )}
      <nav className={styles["steps"]} aria-label="Pages of the log">
        {view.before === undefined ? null : (
          <Button variant="default" size="compact-sm" onClick={() => show({ ...view, before: undefined })}>
            The latest
          </Button>
        )}
        {data.before === null ? null : (
          <Button
            variant="default"
            size="compact-sm"
            onClick={() => show({ ...view, before: data.before ?? undefined })}
          >
            Earlier
          </Button>
        )}
      </nav>
    </>
  );
}

function Nothing({ view }: Pick<EntriesProps, "view">) {
  return (
    <p className={styles["soft"]}>
      {view.set === undefined
        ? "Nothing was done yet. Saving a file, sending to review, signing and publishing all stand here from then on."
        : "Nothing of this guideline set is on this page of the log. Signing in, people and keys stand under “Everything”."}
    </p>
  );
}
