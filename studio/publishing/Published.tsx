import { type Change, releaseFiles } from "../api/index.ts";
import styles from "./publishing.module.css";

interface PublishedProps {
  readonly change: Change;
  readonly version: string;
}

/** The release, what is signed of it, and its two files to take along. */
export function Published({ change, version }: PublishedProps) {
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
    </div>
  );
}
