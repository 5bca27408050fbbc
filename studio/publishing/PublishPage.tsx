import { Loader } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { ForRole } from "../access/index.ts";
import { type Change, type Plan, planQuery, setsQuery } from "../api/index.ts";
import { Gates, useChange, useChangeId } from "../reviews/page/index.ts";
import { Page } from "../theme/index.ts";
import { versionReasons } from "../words/index.ts";
import { Approvals } from "./Approvals.tsx";
import { PublishForm } from "./PublishForm.tsx";
import { Published } from "./Published.tsx";
import styles from "./publishing.module.css";

/** The last step: what becomes a release, since when it decides, and who signs that. */
export function PublishPage() {
  const id = useChangeId();
  const change = useChange(id);
  if (change.data === undefined)
    return change.isError || Number.isNaN(id) ? (
      <Page title="Publish">
        <p role="alert">{change.error?.message ?? "There is no change of this number."}</p>
      </Page>
    ) : (
      <Loader size="sm" m="xl" aria-label="Opening" />
    );
  return <Publishing change={change.data} />;
}

function Publishing({ change }: { readonly change: Change }) {
  const round = change.rounds.at(-1);
  const set = useQuery(setsQuery).data?.sets.find(({ name }) => name === change.set);
  const plan =
    useQuery({ ...planQuery(change.id, round?.digest ?? ""), enabled: round !== undefined }).data?.made ?? null;
  const version = change.version ?? plan?.comparison.version ?? null;
  return (
    <Page
      title={`${change.version === null ? "Publish" : "Published:"} ${set?.title ?? change.set} ${version ?? ""}`}
      lead={
        <Link to="/reviews/$change" params={{ change: `${change.id}` }} className={styles["back"]}>
          {change.title}, round {round?.round}
        </Link>
      }
    >
      {change.version === null ? (
        <div className={styles["columns"]}>
          <div className={styles["what"]}>
            <What change={change} plan={plan} />
            <Approvals change={change} />
            {change.status === "withdrawn" ? (
              <p>The change was withdrawn: there is nothing to publish.</p>
            ) : (
              <ForRole roles={["publisher"]} doing="Publishing">
                <PublishForm change={change} version={version} latest={set?.latest ?? null} />
              </ForRole>
            )}
          </div>
          <Gates change={change} />
        </div>
      ) : (
        <Published change={change} version={change.version} />
      )}
    </Page>
  );
}

function What({ change, plan }: { readonly change: Change; readonly plan: Plan | null }) {
  const round = change.rounds.at(-1);
  const { bump = null, version = null } = plan?.comparison ?? {};
  return (
    <section aria-label="What will be published">
      <h2>What will be published</h2>
      {plan === null ? (
        <p className={styles["soft"]}>The version is computed from what the text means. That is being worked out.</p>
      ) : (
        <p>
          {version === null ? "Not a byte changed since the last release: there is nothing to publish. " : null}
          {version === null ? null : <strong className={styles["version"]}>{version}</strong>}{" "}
          {bump === null ? null : versionReasons[bump]}
        </p>
      )}
      <dl className={styles["facts"]}>
        <dt>Text</dt>
        <dd>
          round {round?.round}, {round?.files.length === 1 ? "1 file" : `${round?.files.length ?? 0} files`}, sent by{" "}
          {round?.by.name}
        </dd>
        <dt>Digest of the text</dt>
        <dd>
          <code>{round?.digest}</code>
        </dd>
      </dl>
    </section>
  );
}
