import { useNavigate, useSearch } from "@tanstack/react-router";
import { ForRole } from "../access/index.ts";
import { Page } from "../theme/index.ts";
import { ChainState } from "./ChainState.tsx";
import { Entries } from "./Entries.tsx";
import { type AuditView, readAuditView } from "./auditView.ts";
import { SetFilter } from "./SetFilter.tsx";
import styles from "./audit.module.css";

/** Who did what, and when. */
export function AuditPage() {
  const view = readAuditView(useSearch({ strict: false }));
  const navigate = useNavigate();
  const show = (next: AuditView) => void navigate({ to: "/audit", search: { ...next } });
  return (
    <Page
      title="Audit"
      lead="Everything that was done here, by whom and when. It is only ever added to; each entry holds the digest of the one before."
    >
      <ForRole roles={["reviewer", "publisher", "admin"]} doing="Reading the audit log">
        <div className={styles["head"]}>
          <SetFilter set={view.set} choose={(set) => show({ set, before: undefined })} />
          <ChainState />
        </div>
        <Entries view={view} show={show} />
      </ForRole>
    </Page>
  );
}
