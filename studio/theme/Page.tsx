import type { ReactNode } from "react";
import styles from "./page.module.css";

interface PageProps {
  readonly title: string;
  /** One sentence of purpose. */
  readonly lead?: ReactNode;
  /** Beside the title, at the right. */
  readonly beside?: ReactNode;
  readonly children: ReactNode;
}

/** A page beside the authoring screen: its name, its purpose, and what is on it. */
export function Page({ title, lead, beside, children }: PageProps) {
  return (
    <div className={styles["page"]}>
      <div className={styles["head"]}>
        <div>
          <h1>{title}</h1>
          {lead === undefined ? null : <p className={styles["lead"]}>{lead}</p>}
        </div>
        {beside}
      </div>
      {children}
    </div>
  );
}
