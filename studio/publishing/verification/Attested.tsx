import type { Attestation, Replacement } from "../../../engine/attestation/index.ts";
import { InForce } from "../../inForce/index.ts";
import { Moment } from "../../theme/index.ts";
import { gateWords } from "../../words/index.ts";
import styles from "./verification.module.css";

interface AttestedProps {
  readonly of: Attestation["statement"];
  /** The release that takes its place, as far as is known. */
  readonly replaced: Replacement | null;
  /** The days as they stand after a retirement; left out: as signed. */
  readonly days?: Attestation["statement"]["effective"];
}

/** What stands in the attestation about people and days, and what the log says came after. */
export function Attested({ of, replaced, days = of.effective }: AttestedProps) {
  const { content, published, approvals, waivers, independentlyApproved } = of;
  return (
    <dl className={styles["facts"]}>
      <dt>Signed</dt>
      <dd>
        by {published.name}, <Moment at={published.at} />
      </dd>
      <dt>Decides</dt>
      <dd>
        <InForce days={days} replaced={replaced} />
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
          : waivers
              .map(({ gate, reason, name }) => `${gateWords(gate).toLowerCase()}, by ${name}: ${reason}`)
              .join("; ")}
      </dd>
      <dt>Digest</dt>
      <dd>
        <code>{content}</code>
      </dd>
    </dl>
  );
}
