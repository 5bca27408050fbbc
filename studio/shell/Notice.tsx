import type { ReactNode } from "react";
import styles from "./notice.module.css";

/** The whole screen with one thing to say. */
export function Notice({ title, children }: { readonly title?: string; readonly children: ReactNode }) {
  return (
    <main className={styles["notice"]}>
      <p className={styles["brand"]}>Precept</p>
      {title === undefined ? null : <h1>{title}</h1>}
      {children}
    </main>
  );
}
