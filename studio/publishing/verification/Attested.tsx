import type { Attestation } from "../../../engine/attestation/index.ts";
import { Day, Moment } from "../../theme/index.ts";
import styles from "./verification.module.css";

/** What stands in the attestation about people and days. */
export function Attested({ of }: { readonly of: Attestation["statement"] }) {
  const { effective, content, published, approvals, waivers, independentlyApproved } = of;
  return (
    <dl className={styles["facts"]}>
      <dt>Signed</dt>
      <dd>
        by {published.name}, <Moment at={published.at} />
      </dd>
      <dt>Decides</dt>
      <dd>
        services from <Day of={effective.from} />
        {effective.to === null ? ", until another release takes its place" : " to "}
        {effective.to === null ? null : <Day of={effective.to} />}
      </dd>
      <dt>Approved</dt>
      <dd>
        {approvals.length === 0 ? "by nobody" : `by ${approvals.map(({ name }) => name).join(", ")}`}
        {independentlyApproved ? "" : "; not independently approved"}
      </dd>
      <dt>Waived</dt>
      <dd>
        {waivers.length === 0
          ? "nothing"
          : waivers.map(({ gate, reason, name }) => `${gate}, by ${name}: ${reason}`).join("; ")}
      </dd>
      <dt>Digest</dt>
      <dd>
        <code>{content}</code>
      </dd>
    </dl>
  );
}
