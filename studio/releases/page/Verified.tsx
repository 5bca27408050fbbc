import { Loader } from "@mantine/core";
import { useInViewport } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import type { FoundOut } from "../../../engine/attestation/index.ts";
import { Found, verdictTones, verdictWords, verifiedQuery } from "../../publishing/verification/index.ts";
import { Sign } from "../../theme/index.ts";
import styles from "./releases.module.css";

interface VerifiedProps {
  readonly set: string;
  readonly version: string;
}

/** Whether it is what was published, found out here when it comes into view: its whole payload is read for that. */
export function Verified({ set, version }: VerifiedProps) {
  const { ref, inViewport } = useInViewport();
  const { data, error } = useQuery({ ...verifiedQuery(set, version), enabled: inViewport });
  return (
    <div ref={ref} className={styles["verified"]}>
      {error === null ? null : <p role="alert">{error.message}</p>}
      {data === undefined && error === null ? <Loader size="xs" aria-label="Verifying" /> : null}
      {data === undefined ? null : <Badge of={data} />}
    </div>
  );
}

/** The badge, and what is behind it. */
function Badge({ of }: { readonly of: FoundOut }) {
  return (
    <details>
      <summary>
        <Sign tone={verdictTones[of.verdict]} /> <strong>{verdictWords[of.verdict]}</strong>
        <span className={styles["soft"]}>{summaryOf(of)}</span>
      </summary>
      <Found of={of} />
    </details>
  );
}

/** What was looked at in short, and always whether the log could be held against an earlier head. */
function summaryOf({ checks }: FoundOut): string {
  const passed = checks.filter(({ state }) => state === "passed").length;
  const unseen = checks.some(({ name, state }) => name === "pinned head" && state === "not checked");
  const isNoted = (what: string) => checks.some(({ name, state }) => name === what && state === "noted");
  const ended = `${isNoted("retired") ? "; it was retired" : ""}${isNoted("replaced") ? "; another takes its place" : ""}`;
  const counted = `${passed} of ${checks.length} checks passed${ended}`;
  return unseen
    ? `${counted}; this browser had not seen the log before, so a log that was rewritten would not be noticed`
    : counted;
}
