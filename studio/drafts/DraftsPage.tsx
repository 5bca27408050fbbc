import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import {
  type ChangeSummary,
  changesQuery,
  type Due,
  dueQuery,
  lastWrittenQuery,
  type SetSummary,
  setsQuery,
} from "../api/index.ts";
import { NewSetButton } from "../newSet/index.ts";
import { Status } from "../reviews/index.ts";
import { Day, Moment, Page, Sign, Table } from "../theme/index.ts";
import styles from "./drafts.module.css";
import { NoSets } from "./NoSets.tsx";
import { RemoveDraft } from "./RemoveDraft.tsx";
import { RemovedSets } from "./RemovedSets.tsx";
import { testedQuery } from "./tested.ts";

/** Every guideline set: where it stands, and what its next step is. */
export function DraftsPage() {
  const { sets, removed = [] } = useQuery(setsQuery).data ?? {};
  const changes = useQuery(changesQuery()).data?.changes ?? [];
  const due = useQuery(dueQuery).data?.due ?? [];
  return (
    <Page
      title="Drafts"
      lead="Every guideline set has one draft. Write in it, send it to review, publish what was approved."
      beside={sets === undefined || sets.length === 0 ? undefined : <NewSetButton />}
    >
      {sets?.length === 0 ? <NoSets /> : null}
      {sets === undefined || sets.length === 0 ? null : (
        <Table
          className={styles["sets"]}
          heads={["Guideline set", "State", "Last change", "Cases", "Yearly review", ""]}
        >
          {sets.map((set) => (
            <SetRow
              key={set.name}
              set={set}
              change={openChange(changes, set.name)}
              due={due.find((one) => one.set === set.name) ?? null}
            />
          ))}
        </Table>
      )}
      <RemovedSets removed={removed} />
    </Page>
  );
}

interface SetRowProps {
  readonly set: SetSummary;
  /** The change of it that is under way. */
  readonly change: ChangeSummary | null;
  readonly due: Due | null;
}

function SetRow({ set, change, due }: SetRowProps) {
  return (
    <tr>
      <th scope="row">
        <Link to="/" search={{ set: set.name }}>
          {set.title}
        </Link>
        <span className={styles["soft"]}>{counted(set.guidelines, "guideline", "guidelines")}</span>
      </th>
      <td>
        <State set={set} change={change} />
      </td>
      <td>
        <LastChange set={set.name} />
      </td>
      <td>
        <Cases set={set} />
      </td>
      <td>{due === null ? <span className={styles["soft"]}>After the first release</span> : <DueOn due={due} />}</td>
      <td>{set.latest === null && change === null ? <RemoveDraft set={set} /> : null}</td>
    </tr>
  );
}

function State({ set, change }: Pick<SetRowProps, "set" | "change">) {
  if (change !== null)
    return (
      <>
        <Status of={change.status} />
        <Link to="/reviews/$change" params={{ change: `${change.id}` }} className={styles["change"]}>
          {change.title}
        </Link>
        {set.latest === null ? null : <Latest set={set}>latest release {set.latest}</Latest>}
      </>
    );
  return (
    <>
      <Status of={set.latest === null || set.changed ? "draft" : "published"} />
      {set.latest === null ? (
        <span className={styles["soft"]}>not released yet</span>
      ) : (
        <Latest set={set}>{set.changed ? `changed since ${set.latest}` : set.latest}</Latest>
      )}
    </>
  );
}

function Latest({ set, children }: { readonly set: SetSummary; readonly children: ReactNode }) {
  return (
    <Link to="/releases/$set" params={{ set: set.name }} className={styles["soft"]}>
      {children}
    </Link>
  );
}

function LastChange({ set }: { readonly set: string }) {
  const last = useQuery(lastWrittenQuery(set)).data?.revisions[0];
  if (last === undefined) return null;
  return (
    <>
      {last.actor === "import" ? "Taken from its folder" : last.name}
      <span className={styles["soft"]}>{last.path}</span>
      <span className={styles["soft"]}>
        <Moment at={last.at} />
      </span>
    </>
  );
}

function Cases({ set: { name, cases } }: Pick<SetRowProps, "set">) {
  const tested = useQuery(testedQuery(name)).data;
  if (tested === undefined || tested.all === 0) return counted(cases, "case", "cases");
  return (
    <>
      {tested.passed === tested.all ? null : <Sign tone="not-met" />} {tested.passed} of {tested.all}
      <span className={styles["soft"]}>as expected</span>
    </>
  );
}

function DueOn({ due }: { readonly due: Due }) {
  return (
    <>
      {due.overdue ? <strong>Overdue since </strong> : null}
      <Link to="/due" className={styles["plain"]}>
        <Day of={due.due} />
      </Link>
    </>
  );
}

const openChange = (changes: readonly ChangeSummary[], set: string): ChangeSummary | null =>
  changes.find((change) => change.set === set && (change.status === "in review" || change.status === "approved")) ??
  null;

const counted = (count: number, one: string, many: string): string => (count === 1 ? `1 ${one}` : `${count} ${many}`);
