import { Button } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { useActor } from "../access/index.ts";
import { acceptClock, type AuditVerification, auditVerificationQuery } from "../api/index.ts";
import { SigningDialog } from "../reviews/signing/index.ts";
import { Sign } from "../theme/index.ts";
import styles from "./audit.module.css";

/** Whether the log is as it was written, from its first entry to its last. */
export function ChainState() {
  const { data, error } = useQuery(auditVerificationQuery);
  return (
    <section className={styles["chain"]} aria-label="The state of the log">
      {error === null ? null : <p role="alert">{error.message}</p>}
      {data === undefined ? <p>The log is being read from its first entry.</p> : <Verified of={data} />}
      {typeof data?.clock === "string" ? <ClockBehind why={data.clock} /> : null}
    </section>
  );
}

/** Nothing is signed until the clock is right, or an admin says that it is. */
function ClockBehind({ why }: { readonly why: string }) {
  const { may } = useActor();
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <p role="alert">{why}</p>
      {may("admin") ? (
        <Button size="compact-sm" variant="default" onClick={() => setAsking(true)}>
          Accept the clock
        </Button>
      ) : null}
      {asking ? (
        <SigningDialog
          title="Accept the clock"
          meaning="The clock of the server is right now; the time of the last entry was not"
          action="Sign and accept"
          sign={({ credential }) => acceptClock(credential)}
          done={() => void queries.invalidateQueries()}
          close={() => setAsking(false)}
        />
      ) : null}
    </>
  );
}

function Verified({ of }: { readonly of: AuditVerification }) {
  switch (of.kind) {
    case "broken":
      return (
        <Wrong what="The log is not as it was written.">
          {of.problem} What stands before entry {of.seq} is whole.
        </Wrong>
      );
    case "rewritten":
      return <Wrong what="The log was rewritten.">{of.problem}</Wrong>;
    case "unproved":
      return (
        <Wrong what="Nothing shows that the log was not rewritten.">
          Each of its entries follows the one before, {of.entries} in all. {of.problem}
        </Wrong>
      );
    case "whole":
      return <Whole of={of} />;
  }
}

function Wrong({ what, children }: { readonly what: string; readonly children: ReactNode }) {
  return (
    <p role="alert">
      <Sign tone="not-met" /> <strong>{what}</strong> {children}
    </p>
  );
}

function Whole({ of }: { readonly of: AuditVerification & { readonly kind: "whole" } }) {
  return (
    <>
      <p>
        <Sign tone="met" /> <strong>The log is whole:</strong>{" "}
        {of.entries === 1 ? "its one entry is" : `all ${of.entries} entries are`} as written, none is missing.
      </p>
      <p className={styles["soft"]}>{anchorInWords(of)}</p>
      <p className={styles["soft"]}>
        Its digest now, <code>{of.head}</code>, noted elsewhere, shows later that nothing before it was changed.
      </p>
    </>
  );
}

function anchorInWords({ anchored }: AuditVerification & { readonly kind: "whole" }): string {
  if (anchored === null) return "The signed log of releases does not hold it yet; it does from the next entry there.";
  const which = anchored.seq === 1 ? "Its first entry is" : `Up to entry ${anchored.seq} it is`;
  return `${which} held by the signed log of releases, so that it cannot be rewritten unnoticed.`;
}
