import { Loader } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { Attestation, FoundOut } from "../../engine/attestation/index.ts";
import { type Change, releaseFiles } from "../api/index.ts";
import { Day, Moment, Sign, type Tone, Words } from "../theme/index.ts";
import styles from "./publishing.module.css";
import { verifyInBrowser } from "./verifyInBrowser.ts";

interface PublishedProps {
  readonly change: Change;
  readonly version: string;
}

/** The release, what is signed of it, and its two files to take along. */
export function Published({ change, version }: PublishedProps) {
  const found = useQuery({
    queryKey: ["verified", change.set, version],
    queryFn: () => verifyInBrowser(change.set, version),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  const files = releaseFiles(change.set, version);
  return (
    <div className={styles["what"]}>
      <p>
        It will not change again. Anybody can verify it with its two files and the public keys, without this server.
      </p>
      <p className={styles["downloads"]}>
        <a href={files.payload} download>
          Download the payload
        </a>
        <a href={files.attestation} download>
          Download the attestation
        </a>
      </p>
      {found.isPending ? <Loader size="sm" aria-label="Verifying" /> : null}
      {found.isError ? <p role="alert">{found.error.message}</p> : null}
      {found.data === undefined ? null : <Found of={found.data} />}
    </div>
  );
}

const tones: Readonly<Record<FoundOut["verdict"], Tone>> = {
  verified: "met",
  refused: "not-met",
  "not proved": "not-documented",
};

const words: Readonly<Record<FoundOut["verdict"], string>> = {
  verified: "Verified in this browser",
  refused: "Not what was published",
  "not proved": "Nothing is wrong, but it is not proved who signed it",
};

function Found({ of: { verdict, checks, attestation } }: { readonly of: FoundOut }) {
  return (
    <>
      {attestation === null ? null : <Attested of={attestation.statement} />}
      <section aria-label="Verification">
        <h2 className={styles["verdict"]}>
          <Sign tone={tones[verdict]} /> {words[verdict]}
        </h2>
        <ul>
          {checks.map(({ name, detail }) => (
            <li key={name}>
              <Words text={detail} />
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

function Attested({ of }: { readonly of: Attestation["statement"] }) {
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
      <dd>{waivers.length === 0 ? "nothing" : waivers.map(({ gate, reason }) => `${gate}: ${reason}`).join("; ")}</dd>
      <dt>Digest</dt>
      <dd>
        <code>{content}</code>
      </dd>
    </dl>
  );
}
