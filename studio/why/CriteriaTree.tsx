import { type KeyboardEvent, useMemo, useRef, useState } from "react";
import type { Finding } from "../../engine/determine/index.ts";
import { FindingRow } from "./FindingRow.tsx";
import { rowOf, type TableRow } from "./RowGives.tsx";
import { closedIn, move, type TreeLine, visibleLines } from "./treeKeys.ts";
import styles from "./why.module.css";

/** The criteria with their answers, as a tree that the arrow keys walk (WAI-ARIA tree pattern). */
export function CriteriaTree({
  findings,
  file,
}: {
  readonly findings: readonly Finding[];
  readonly file: string | null;
}) {
  const [toggled, setToggled] = useState<ReadonlySet<string>>(new Set());
  const closed = useMemo(() => closedIn(findings, toggled), [findings, toggled]);
  const [focused, setFocused] = useState<string | null>(null);
  const lines = useMemo(() => visibleLines(findings, closed), [findings, closed]);
  const tree = useRef<HTMLUListElement>(null);
  const current = lines.some(({ id }) => id === focused) ? focused : (lines[0]?.id ?? null);

  const toggle = (id: string) => setToggled((before) => flipped(before, id));
  const onKeyDown = (event: KeyboardEvent) => {
    const step = move(event.key, current, lines, closed);
    if (step === null) return;
    event.preventDefault();
    if (step.kind === "focus") {
      setFocused(step.id);
      tree.current?.querySelector<HTMLElement>(`[data-finding="${CSS.escape(step.id)}"]`)?.focus();
    } else toggle(step.id);
  };
  const branch = { closed, current, file, toggle, onFocus: setFocused };
  return (
    <ul ref={tree} role="tree" aria-label="Criteria" className={styles["tree"]} onKeyDown={onKeyDown}>
      {findings.map((finding) => (
        <Branch key={finding.id} finding={finding} row={null} level={1} {...branch} />
      ))}
    </ul>
  );
}

function flipped(ids: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(ids);
  if (!next.delete(id)) next.add(id);
  return next;
}

interface BranchProps {
  readonly finding: Finding;
  readonly row: TableRow | null;
  readonly level: number;
  readonly closed: ReadonlySet<string>;
  readonly current: TreeLine["id"] | null;
  readonly file: string | null;
  readonly toggle: (id: string) => void;
  readonly onFocus: (id: string) => void;
}

function Branch({ finding, row, level, ...rest }: BranchProps) {
  const hasParts = finding.parts.length > 0;
  const isOpen = !rest.closed.has(finding.id);
  return (
    <li
      role="treeitem"
      aria-level={level}
      aria-expanded={hasParts ? isOpen : undefined}
      aria-selected={rest.current === finding.id}
      data-finding={finding.id}
      tabIndex={rest.current === finding.id ? 0 : -1}
      className={styles["branch"]}
      onFocus={(event) => {
        if (event.target === event.currentTarget) rest.onFocus(finding.id);
      }}
    >
      <FindingRow finding={finding} file={rest.file} row={row} isOpen={isOpen} toggle={() => rest.toggle(finding.id)} />
      {hasParts && isOpen ? (
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- the WAI-ARIA tree pattern nests items in role=group
        <ul role="group" className={styles["parts"]}>
          {finding.parts.map((part, at) => (
            <Branch key={part.id} finding={part} row={rowOf(finding, at)} level={level + 1} {...rest} />
          ))}
        </ul>
      ) : null}
    </li>
  );
}
