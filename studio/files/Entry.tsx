import type { ReactNode } from "react";
import styles from "./files.module.css";

interface EntryProps {
  readonly current?: boolean;
  readonly count?: ReactNode;
  readonly sign?: ReactNode;
  readonly indent?: boolean;
  readonly title?: string;
  readonly expanded?: boolean;
  readonly onOpen: () => void;
  readonly children: ReactNode;
}

/** One line of the left pane. */
export function Entry(props: EntryProps) {
  return (
    <li>
      <button
        type="button"
        className={styles["entry"]}
        data-indent={props.indent ?? false}
        aria-current={props.current === true ? "true" : undefined}
        aria-expanded={props.expanded}
        title={props.title}
        onClick={props.onOpen}
      >
        {props.sign}
        <span className={styles["name"]}>{props.children}</span>
        {props.count === undefined ? null : <span className={styles["count"]}>{props.count}</span>}
      </button>
    </li>
  );
}

export function Section({
  title,
  action,
  children,
}: {
  readonly title: string;
  readonly action?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <section className={styles["section"]}>
      <div className={styles["heading"]}>
        <h2>{title}</h2>
        {action}
      </div>
      <ul>{children}</ul>
    </section>
  );
}
