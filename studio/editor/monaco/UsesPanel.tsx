import { CloseButton } from "@mantine/core";
import { type KeyboardEvent, useEffect, useRef } from "react";
import type { Use } from "../../worker/index.ts";
import styles from "./uses.module.css";

interface UsesPanelProps {
  readonly uses: readonly Use[];
  readonly open: (use: Use) => void;
  readonly close: () => void;
}

/** Every place that names one thing, file by file; Escape goes back to the text. */
export function UsesPanel({ uses, open, close }: UsesPanelProps) {
  const panel = useRef<HTMLElement>(null);
  useEffect(() => panel.current?.querySelector<HTMLButtonElement>("li button")?.focus(), []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape") close();
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const buttons = [...(panel.current?.querySelectorAll<HTMLButtonElement>("li button") ?? [])];
    buttons[buttons.findIndex((button) => button === document.activeElement) + step]?.focus();
  };
  const files = [...new Set(uses.map(({ file }) => file))];
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- hears the keys of the places inside
    <section ref={panel} className={styles["panel"]} aria-label="Where it is used" onKeyDown={onKeyDown}>
      <div className={styles["head"]}>
        <h2>{headline(uses)}</h2>
        <CloseButton size="sm" aria-label="Close where it is used" onClick={close} />
      </div>
      {files.map((file) => (
        <div key={file}>
          <h3>{file}</h3>
          <ul>
            {uses
              .filter((use) => use.file === file)
              .map((use) => (
                <li key={use.span.start}>
                  <button type="button" onClick={() => open(use)}>
                    <span className={styles["line"]}>{use.line}</span>
                    <span className={styles["words"]}>
                      {use.before}
                      <strong>{use.name}</strong>
                      {use.after}
                    </span>
                    {use.declares ? <span className={styles["declares"]}>declared here</span> : null}
                  </button>
                </li>
              ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

function headline(uses: readonly Use[]): string {
  const name = uses.find(({ declares }) => declares)?.name ?? uses[0]?.name;
  if (name === undefined) return "No name that is declared in this set stands here";
  return `${name}: ${uses.length === 1 ? "one place" : `${uses.length} places`}`;
}
