import { useState } from "react";
import type { Change } from "../../../api/index.ts";
import type { CommentThread } from "../comments/index.ts";
import { BlockText } from "./BlockText.tsx";
import { type Group, headOf } from "./groups.ts";
import styles from "./text.module.css";
import type { RoundFile } from "./roundFile.ts";

interface BlockGroupProps {
  readonly change: Change;
  readonly file: RoundFile;
  readonly group: Group;
  /** Of this file. */
  readonly threads: readonly CommentThread[];
}

/** What changed is open; what did not is folded into one line until it is wanted, or somebody has said something of it. */
export function BlockGroup({ change, file, group, threads }: BlockGroupProps) {
  const { blocks, changed } = group;
  const within = threads.filter(({ first: { standing, resolved } }) => {
    const at = standing?.kind === "there" ? standing.start : -1;
    return resolved === null && blocks.some(({ start, end }) => at >= start && at < end);
  });
  const [opened, setOpened] = useState(false);
  const heads = blocks.map(headOf).filter((head) => head !== "");
  if (!changed && !opened && within.length === 0)
    return (
      <button type="button" className={styles["folded"]} onClick={() => setOpened(true)} title={heads.join("\n")}>
        {blocks.length === 1 ? "1 unchanged" : `${blocks.length} unchanged`}: {heads.slice(0, 3).join(", ")}
        {heads.length > 3 ? " ..." : ""}
      </button>
    );
  return blocks.map((block) => (
    <BlockText key={block.start} change={change} file={file} block={block} threads={threads} />
  ));
}
