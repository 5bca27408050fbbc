import { useQuery } from "@tanstack/react-query";
import { attestationQuery, type Change, releaseFiles } from "../api/index.ts";
import { Day, Moment } from "../theme/index.ts";
import styles from "./publishing.module.css";
import { readAttestation } from "./readAttestation.ts";

interface PublishedProps {
  readonly change: Change;
  readonly version: string;
}

/** The release, what is signed of it, and its two files to take along. */
export function Published({ change, version }: PublishedProps) {
  const attestation = useQuery({
    queryKey: ["read attestation", change.set, version],
    queryFn: async ({ client }) => readAttestation(await client.fetchQuery(attestationQuery(change.set, version))),
  });
  const files = releaseFiles(change.set, version);
  return (
    <div className={styles["what"]}>
      <p>It will not change again. Anybody can verify it with its two files and the public keys, without this server.</p>
      {attestation.data === undefined || attestation.data === null ? null : <Attested of={attestation.data} />}
      {attestation.data === null ? <p role="alert">Its attestation cannot be read.</p> : null}
      {attestation.isError ? <p role="alert">{attestation.error.message}</p> : null}
      <p className={styles["downloads"]}>
        <a href={files.payload} download>
          Download the payload
        </a>
        <a href={files.attestation} download>
          Download the attestation
        </a>
      </p>
    </div>
  );
}

type Attestation = NonNullable<ReturnType<typeof readAttestation>>;

function Attested({ of: { statement, kids, index } }: { readonly of: Attestation }) {
  const { effective, content, published, approvals, waivers, independentlyApproved } = statement;
  return (
    <dl className={styles["facts"]}>
      <dt>Signed</dt>
      <dd>
        by {published.name}, <Moment at={published.at} />, with the key <code>{kids.join(", ")}</code>
      </dd>
      <dt>In the log</dt>
      <dd>entry {index + 1}</dd>
      <dt>Decides</dt>
      <dd>
        services from <Day of={effective.from} />
        {effective.to === null ? "" : " to "}
        {effective.to === null ? null : <Day of={effective.to} />}
      </dd>
      <dt>Approved</dt>
      <dd>
        {approvals.length === 0 ? "by nobody" : `by ${approvals.map(({ name }) => name).join(", ")}`}
        {independentlyApproved ? "" : "; not independently approved"}
      </dd>
      <dt>Waived</dt>
      <dd>{waivers.length === 0 ? "nothing" : waivers.map(({ gate, reason }) => `${gate}: ${reason}`).join("; ")}</dd>
      <dt>Digest</dt>
      <dd>
        <code>{content}</code>
      </dd>
    </dl>
  );
}
