import { useActor } from "../../access/index.ts";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { type ChangeSummary, changesQuery, setsQuery } from "../../api/index.ts";
import { Moment, Page } from "../../theme/index.ts";
import { Status } from "../Status.tsx";
import { Example } from "./Example.tsx";
import styles from "./queue.module.css";
import { inQueue, type Queue, queues, queueWords, readQueue } from "./queues.ts";

/** The changes that wait for somebody, and those that do not any more. */
export function QueuePage() {
  const { queue } = readQueue(useSearch({ strict: false }));
  const changes = useQuery(changesQuery());
  const actor = useActor();
  const all = changes.data?.changes ?? [];
  const shown = all.filter((change) => inQueue(change, queue, actor));
  return (
    <Page
      title="Reviews"
      lead="What was sent to review is read here: what it changes, whether the cases notice, and who signs it."
    >
      <Queues of={queue} />
      {changes.isError ? <p role="alert">{changes.error.message}</p> : null}
      {shown.length > 0 ? <Changes changes={shown} /> : null}
      {changes.isSuccess && shown.length === 0 ? <Nothing queue={queue} isFirst={all.length === 0} /> : null}
    </Page>
  );
}

function Queues({ of }: { readonly of: Queue }) {
  const navigate = useNavigate();
  return (
    <fieldset className={styles["queues"]} aria-label="Which changes">
      {queues.map((queue) => (
        <button
          key={queue}
          type="button"
          aria-pressed={queue === of}
          onClick={() => void navigate({ to: "/reviews", search: { queue }, replace: true })}
        >
          {queueWords[queue]}
        </button>
      ))}
    </fieldset>
  );
}

function Changes({ changes }: { readonly changes: readonly ChangeSummary[] }) {
  const sets = useQuery(setsQuery).data?.sets ?? [];
  const titleOf = (set: string) => sets.find(({ name }) => name === set)?.title ?? set;
  return (
    <ul className={styles["changes"]}>
      {changes.map((change) => (
        <li key={change.id}>
          <div>
            <Link to="/reviews/$change" params={{ change: `${change.id}` }}>
              {change.title}
            </Link>
            <p className={styles["soft"]}>
              {titleOf(change.set)} · sent by {change.by.name}, <Moment at={change.at} />
              {change.rounds > 1 ? `, round ${change.rounds}` : ""}
            </p>
          </div>
          <span>
            {change.version === null ? null : <span className={styles["version"]}>{change.version}</span>}
            <Status of={change.status} />
          </span>
        </li>
      ))}
    </ul>
  );
}

function Nothing({ queue, isFirst }: { readonly queue: Queue; readonly isFirst: boolean }) {
  if (isFirst) return <Example />;
  return (
    <p className={styles["nothing"]}>
      {queue === "to review" ? "Nothing waits for your review." : "You have sent nothing to review."}
    </p>
  );
}
