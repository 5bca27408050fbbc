import { ActionIcon } from "@mantine/core";
import { IconFileAlert, IconPlus } from "@tabler/icons-react";
import type { ReactNode } from "react";
import styles from "./files.module.css";

interface EntryProps {
  readonly current?: boolean;
  readonly count?: ReactNode;
  readonly sign?: ReactNode;
  readonly indent?: boolean;
  readonly title?: string;
  readonly expanded?: boolean;
  /** Why the file has no text, in a sentence. */
  readonly unreadable?: string | null;
  readonly onOpen: () => void;
  readonly children: ReactNode;
}

/** One line of the left pane. */
export function Entry(props: EntryProps) {
  const unreadable = props.unreadable ?? null;
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
        {unreadable === null ? props.sign : <IconFileAlert className={styles["alert"]} aria-hidden />}
        <span className={styles["words"]}>
          <span className={styles["name"]}>{props.children}</span>
          {unreadable === null ? null : <span className={styles["reason"]}>{unreadable}</span>}
        </span>
        {props.count === undefined ? null : <span className={styles["count"]}>{props.count}</span>}
      </button>
    </li>
  );
}

export function AddButton({ words, add }: { readonly words: string; readonly add: () => void }) {
  return (
    <ActionIcon size="sm" variant="subtle" color="gray" aria-label={words} title={words} onClick={add}>
      <IconPlus size={14} style={{ color: "var(--soft)" }} aria-hidden />
    </ActionIcon>
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
