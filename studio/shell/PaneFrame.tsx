import { ActionIcon } from "@mantine/core";
import { IconArrowsDiagonal, IconArrowsDiagonalMinimize2 } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { type Pane, useShow, useView } from "../session/index.ts";
import styles from "./frame.module.css";

/** A pane of the screen; its corner button gives it the whole screen and back. */
export function PaneFrame(props: { readonly pane: Pane; readonly label: string; readonly children: ReactNode }) {
  const { wide } = useView();
  const show = useShow();
  const isWide = wide === props.pane;
  const hidden = wide !== undefined && !isWide;
  const words = isWide ? "Back to all panes" : `Whole screen: ${props.label.toLowerCase()}`;
  return (
    <section
      className={styles["pane"]}
      aria-label={props.label}
      data-wide={isWide}
      data-pane={props.pane}
      inert={hidden}
    >
      {props.children}
      <ActionIcon
        className={styles["widen"] ?? ""}
        size="sm"
        variant="subtle"
        color="gray"
        aria-label={words}
        title={words}
        onClick={() => show({ wide: isWide ? undefined : props.pane })}
      >
        {isWide ? <IconArrowsDiagonalMinimize2 size={14} /> : <IconArrowsDiagonal size={14} />}
      </ActionIcon>
    </section>
  );
}
