import { Loader } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { FoundOut } from "../../engine/attestation/index.ts";
import { type Change, releaseFiles } from "../api/index.ts";
import { Sign } from "../theme/index.ts";
import styles from "./publishing.module.css";
import { Attested, Found, verdictTones, verdictWords, verifiedQuery } from "./verification/index.ts";

interface PublishedProps {
  readonly change: Change;
  readonly version: string;
}

/** The release, what is signed of it, and its two files to take along. */
export function Published({ change, version }: PublishedProps) {
  const found = useQuery(verifiedQuery(change.set, version));
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
        <Link to="/releases/$set" params={{ set: change.set }}>
          All releases of this set
        </Link>
      </p>
      {found.isPending ? <Loader size="sm" aria-label="Verifying" /> : null}
      {found.isError ? <p role="alert">{found.error.message}</p> : null}
      {found.data === undefined ? null : <Verified of={found.data} />}
    </div>
  );
}

function Verified({ of }: { readonly of: FoundOut }) {
  return (
    <>
      {of.attestation === null ? null : <Attested of={of.attestation.statement} replaced={of.replaced} />}
      <section aria-label="Verification">
        <h2 className={styles["verdict"]}>
          <Sign tone={verdictTones[of.verdict]} /> {verdictWords[of.verdict]}
        </h2>
        <Found of={of} />
      </section>
    </>
  );
}
