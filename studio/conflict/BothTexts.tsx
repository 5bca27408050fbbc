import { useMemo } from "react";
import styles from "./conflict.module.css";
import { sideBySide } from "./sideBySide.ts";

/** Somebody's text and what each column is called. */
interface BothTextsProps {
  readonly left: { readonly title: string; readonly text: string };
  readonly right: { readonly title: string; readonly text: string };
}

/** The view opens at the first difference. */
function showRow(row: HTMLTableRowElement | null): void {
  row?.scrollIntoView({ block: "center" });
}

/** Two texts side by side, equal lines level with each other. */
export function BothTexts({ left, right }: BothTextsProps) {
  const rows = useMemo(() => sideBySide(left.text, right.text), [left.text, right.text]);
  const first = rows.find(({ differs }) => differs);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must be reachable with the keyboard
    <section className={styles["texts"]} tabIndex={0} aria-label="Both texts">
      <table>
        <thead>
          <tr>
            <th scope="col">{left.title}</th>
            <th scope="col">{right.title}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key} data-differs={row.differs} ref={row === first ? showRow : null}>
              <td>{row.mine}</td>
              <td>{row.theirs}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
