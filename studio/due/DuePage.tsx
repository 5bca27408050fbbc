import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { type Due, dueQuery } from "../api/index.ts";
import { Page, Table } from "../theme/index.ts";
import { DueRow } from "./DueRow.tsx";
import { NothingDue } from "./NothingDue.tsx";
import { SignReview } from "./SignReview.tsx";
import styles from "./due.module.css";

/** What is to be looked at again, and by when. */
export function DuePage() {
  const due = useQuery(dueQuery);
  const [signing, setSigning] = useState<Due | null>(null);
  return (
    <Page
      title="Due"
      lead="What was released is looked at again at least once a year, as NCQA and URAC ask. Either it is still right, which somebody signs, or it is changed."
    >
      {due.isError ? <p role="alert">{due.error.message}</p> : null}
      {due.data?.due.length === 0 ? <NothingDue /> : null}
      {due.data === undefined || due.data.due.length === 0 ? null : (
        <Table className={styles["due"]} heads={["Guideline set", "Due", "Looked at last", "Next step"]}>
          {due.data.due.map((one) => (
            <DueRow key={one.set} due={one} today={due.data.today} sign={() => setSigning(one)} />
          ))}
        </Table>
      )}
      {signing === null ? null : <SignReview due={signing} close={() => setSigning(null)} />}
    </Page>
  );
}
