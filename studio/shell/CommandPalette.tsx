import { Modal } from "@mantine/core";
import { type KeyboardEvent, type ReactNode, useId, useMemo, useState } from "react";
import type { Command } from "./command.ts";
import { matching } from "./matching.ts";
import styles from "./palette.module.css";

interface CommandPaletteProps {
  readonly opened: boolean;
  readonly close: () => void;
  /** A `Palette`; what it finds is gathered while it is open, not before. */
  readonly children: ReactNode;
}

/** Search or do anything: files, criteria, cases, actions, from the keyboard. */
export function CommandPalette({ opened, close, children }: CommandPaletteProps) {
  return (
    <Modal
      opened={opened}
      onClose={close}
      withCloseButton={false}
      size={560}
      padding={0}
      yOffset="12vh"
      attributes={{ content: { "aria-label": "Search or do anything" } }}
    >
      {children}
    </Modal>
  );
}

interface PaletteProps {
  readonly close: () => void;
  readonly commands: readonly Command[];
}

export function Palette({ close, commands }: PaletteProps) {
  const [search, setSearch] = useState("");
  const [at, setAt] = useState(0);
  const found = useMemo(() => matching(commands, search), [commands, search]);
  const list = useId();
  const chosen = found[Math.min(at, found.length - 1)];
  const run = (command: Command | undefined) => {
    if (command === undefined) return;
    close();
    command.run();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step !== 0) {
      event.preventDefault();
      setAt((Math.min(at, found.length - 1) + step + found.length) % Math.max(1, found.length));
    } else if (event.key === "Enter") {
      event.preventDefault();
      run(chosen);
    }
  };
  return (
    <div className={styles["palette"]}>
      <input
        data-autofocus
        className={styles["input"]}
        role="combobox"
        aria-expanded="true"
        aria-controls={list}
        aria-activedescendant={chosen === undefined ? undefined : `${list}-${found.indexOf(chosen)}`}
        aria-label="Search or do anything"
        placeholder="Search or do anything"
        value={search}
        onKeyDown={onKeyDown}
        onChange={(event) => {
          setSearch(event.currentTarget.value);
          setAt(0);
        }}
      />
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- the list of a combobox that is always open; a select would be another control */}
      <div id={list} role="listbox" aria-label="Found" className={styles["list"]}>
        {found.map((command, index) => (
          <Option
            key={command.id}
            id={`${list}-${index}`}
            command={command}
            chosen={command === chosen}
            run={() => run(command)}
          />
        ))}
      </div>
      {found.length === 0 ? (
        <p className={styles["empty"]}>Nothing has these words. Try a criterion, a case or “save”.</p>
      ) : null}
    </div>
  );
}

interface OptionProps {
  readonly id: string;
  readonly command: Command;
  readonly chosen: boolean;
  readonly run: () => void;
}

function Option({ id, command, chosen, run }: OptionProps) {
  return (
    // The keyboard reaches options through the combobox above (WAI-ARIA combobox pattern).
    <div
      id={id}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- belongs to the listbox above
      role="option"
      tabIndex={-1}
      aria-selected={chosen}
      className={styles["option"]}
      ref={(element) => {
        if (chosen) element?.scrollIntoView({ block: "nearest" });
      }}
      onMouseDown={(event) => {
        event.preventDefault();
        run();
      }}
    >
      <span className={styles["words"]}>{command.words}</span>
      <span className={styles["kind"]}>{command.kind}</span>
    </div>
  );
}
