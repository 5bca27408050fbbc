import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { ForRole } from "../access/index.ts";
import type { Due } from "../api/index.ts";
import { Day, Moment } from "../theme/index.ts";
import { daysUntil, distanceWords } from "./days.ts";
import styles from "./due.module.css";

interface DueRowProps {
  readonly due: Due;
  /** The server's day. */
  readonly today: string;
  readonly sign: () => void;
}

export function DueRow({ due, today, sign }: DueRowProps) {
  return (
    <tr>
      <th scope="row">
        <Link to="/releases/$set" params={{ set: due.set }} search={{}}>
          {due.title}
        </Link>
        <span className={styles["soft"]}>release {due.version}</span>
      </th>
      <td>
        {due.overdue ? <strong className={styles["overdue"]}>Overdue since </strong> : null}
        <Day of={due.due} />
        <span className={styles["soft"]}>
          {distanceWords(daysUntil(today, due.due))}; every {due.months === 1 ? "month" : `${due.months} months`}
        </span>
      </td>
      <td>
        {lastWords[due.last.what]}
        {due.last.by.name === "" ? "" : ` by ${due.last.by.name}`}
        <span className={styles["soft"]}>
          <Moment at={due.last.at} />
        </span>
      </td>
      <td>
        <NextStep due={due} sign={sign} />
      </td>
    </tr>
  );
}

const lastWords: Readonly<Record<Due["last"]["what"], string>> = {
  approved: "Approved",
  published: "Published",
  reviewed: "Reviewed, still right,",
};

function NextStep({ due, sign }: Omit<DueRowProps, "today">) {
  return (
    <div className={styles["steps"]}>
      <ForRole roles={["reviewer"]} doing="Signing that it is still right">
        <Button variant="default" size="compact-sm" onClick={sign} aria-label={`${due.title}: reviewed, still right`}>
          Reviewed, still right
        </Button>
      </ForRole>
      {due.openChange === null ? (
        <Link to="/" search={{ set: due.set }}>
          Change it
        </Link>
      ) : (
        <Link to="/reviews/$change" params={{ change: `${due.openChange}` }}>
          A change of it is under review
        </Link>
      )}
    </div>
  );
}
