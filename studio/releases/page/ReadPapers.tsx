import { Loader, Modal } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Prose } from "../../explain/index.ts";
import styles from "./papers.module.css";
import { type Papers, papersQuery } from "./papersQuery.ts";

interface ReadPapersProps {
  readonly set: string;
  readonly version: string;
}

const titles: Readonly<Record<keyof Papers, (version: string) => string>> = {
  policy: (version) => `The policy, release ${version}`,
  changelog: () => "What each release changed",
};

/** The policy as it is printed, and what each release changed, to be read here: both are inside the payload. */
export function ReadPapers({ set, version }: ReadPapersProps) {
  const [read, setRead] = useState<keyof Papers | null>(null);
  return (
    <>
      <button type="button" className={styles["read"]} onClick={() => setRead("policy")}>
        Read the policy
      </button>
      <button type="button" className={styles["read"]} onClick={() => setRead("changelog")}>
        Read what changed
      </button>
      {read === null ? null : (
        <Modal opened onClose={() => setRead(null)} title={titles[read](version)} size="min(1000px, 94vw)">
          <Paper set={set} version={version} name={read} />
        </Modal>
      )}
    </>
  );
}

function Paper({ set, version, name }: ReadPapersProps & { readonly name: keyof Papers }) {
  const { data, error } = useQuery(papersQuery(set, version));
  if (error !== null) return <p role="alert">{error.message}</p>;
  if (data === undefined) return <Loader size="xs" aria-label="Opening the payload" />;
  return name === "policy" ? (
    <Policy html={data.policy} name={`${set}-${version}-policy.html`} />
  ) : (
    <Prose markdown={data.changelog} />
  );
}

/** Nothing in it runs: it is shown as a page that may do nothing. */
function Policy({ html, name }: { readonly html: string; readonly name: string }) {
  return (
    <div className={styles["policy"]}>
      <iframe title="The policy" sandbox="" srcDoc={html} />
      <a className={styles["read"]} href={`data:text/html;charset=utf-8,${encodeURIComponent(html)}`} download={name}>
        Download it, to print it
      </a>
    </div>
  );
}
