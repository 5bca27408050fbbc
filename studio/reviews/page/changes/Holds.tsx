import type { Plan } from "../../../api/index.ts";
import { Table, withKeys } from "../../../theme/index.ts";
import styles from "./changes.module.css";

/** What a set holds that is decided by for the first time. */
export function Holds({ holds: { guidelines, cases, counts } }: { readonly holds: NonNullable<Plan["holds"]> }) {
  return (
    <>
      <Table
        label="What the set holds"
        className={styles["holds"]}
        heads={["Guideline", "Services", "Criteria", "Facts", "Examples", "Source"]}
      >
        {withKeys(guidelines, ({ guideline }) => guideline).map(({ key, item }) => (
          <tr key={key}>
            <th scope="row">{item.guideline}</th>
            <td>{item.services.length === 0 ? <None>decides none</None> : item.services.join(", ")}</td>
            <td>{item.criteria}</td>
            <td>{item.facts}</td>
            <td>{item.examples}</td>
            <td>{item.source ?? <None>names none</None>}</td>
          </tr>
        ))}
      </Table>
      <p>
        {guidelines.length < counts.guidelines ? `${counts.guidelines - guidelines.length} more guidelines. ` : null}
        {cases === 0 ? "No cases" : cases === 1 ? "1 case" : `${cases} cases`} beside the examples of the guidelines.
      </p>
    </>
  );
}

function None({ children }: { readonly children: string }) {
  return <span className={styles["soft"]}>{children}</span>;
}
