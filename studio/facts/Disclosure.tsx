import { type ReactNode, useCallback, useEffect, useRef, useState } from "react";
import { useStudio } from "../session/index.ts";
import styles from "./facts.module.css";

/** Whether a form is open; at first only when the rest of the studio asks for it by one of its names. */
export function useOpening(wantedAs: readonly string[]) {
  const { wantedFact } = useStudio();
  const [wanted] = useState(() => wantedAs.includes(wantedFact.get() ?? ""));
  const [isOpen, setOpen] = useState(wanted);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!wanted) return;
    wantedFact.set(() => null);
    button.current?.focus();
    button.current?.scrollIntoView({ block: "start" });
  }, [wanted, wantedFact]);
  const toggle = useCallback(() => setOpen((was) => !was), []);
  const close = useCallback(() => {
    setOpen(false);
    button.current?.focus();
  }, []);
  return { isOpen, button, toggle, close };
}

interface DisclosureProps {
  readonly opening: Omit<ReturnType<typeof useOpening>, "close">;
  readonly name: string;
  readonly state: ReactNode;
  readonly stillMatters: boolean;
  /** What the record says, in lines; shown while the form is closed. */
  readonly lines: ReactNode;
  /** The form. */
  readonly children: ReactNode;
}

/** One thing the case is asked: what the record says in a line; opened, the form. */
export function Disclosure({ opening, name, state, stillMatters, lines, children }: DisclosureProps) {
  const { isOpen, button, toggle } = opening;
  return (
    <li className={styles["fact"]} data-open={isOpen}>
      <button ref={button} type="button" className={styles["summary"]} aria-expanded={isOpen} onClick={toggle}>
        <span className={styles["head"]}>
          <span className={styles["name"]}>{name}</span>
          {state}
        </span>
        {stillMatters ? <span className={styles["matters"]}>still matters</span> : null}
        {isOpen ? null : lines}
      </button>
      {isOpen ? children : null}
    </li>
  );
}

/** Where the record says nothing. */
export function Missing({ children }: { readonly children: ReactNode }) {
  return <span className={styles["missing"]}>{children}</span>;
}

export function Lines({ lines }: { readonly lines: readonly { readonly key: string; readonly item: string }[] }) {
  return lines.map(({ key, item }) => (
    <span key={key} className={styles["line"]}>
      {item}
    </span>
  ));
}
