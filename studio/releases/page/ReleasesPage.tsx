import { Loader } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { setsQuery } from "../../api/index.ts";
import { Page } from "../../theme/index.ts";
import { NoRelease } from "./NoRelease.tsx";
import { ReleaseArticle } from "./ReleaseArticle.tsx";
import styles from "./releases.module.css";
import { TimeLine } from "./TimeLine.tsx";
import { type Editions, useEditions } from "./useEditions.ts";

/** Every release of a set: which days it decides, who stands for it, and whether it is what was published. */
export function ReleasesPage() {
  const { set = "" } = useParams({ strict: false });
  const title = useQuery(setsQuery).data?.sets.find(({ name }) => name === set)?.title ?? set;
  const editions = useEditions(set);
  return (
    <Page
      title={`Releases of ${title}`}
      lead={
        <>
          A release never changes. The one in force on the day of service decides.{" "}
          <Link to="/releases" className={styles["go"]}>
            Other guideline sets
          </Link>
        </>
      }
    >
      {editions.problem === null ? null : <p role="alert">{editions.problem}</p>}
      {editions.isPending && editions.problem === null ? <Loader size="sm" aria-label="Reading" /> : null}
      {editions.isPending || editions.problem !== null ? null : <All set={set} editions={editions} />}
    </Page>
  );
}

function All({ set, editions }: { readonly set: string; readonly editions: Editions }) {
  const { told, untold, damaged } = editions;
  const [latest] = told;
  return (
    <>
      {latest === undefined && untold.length === 0 ? <NoRelease set={set} /> : null}
      {latest === undefined ? null : <TimeLine editions={told} />}
      {told.map((edition) => (
        <ReleaseArticle key={edition.version} set={set} edition={edition} latest={latest?.version ?? ""} />
      ))}
      {untold.map(({ version }) => (
        <p key={version} role="alert" className={styles["untold"]}>
          Release {version} has no attestation that can be read: nobody is known to stand for it.
        </p>
      ))}
      {damaged.map(({ file, problem }) => (
        <p key={file} role="alert" className={styles["untold"]}>
          {file} is not as it was made, and counts as no release: {problem}
        </p>
      ))}
    </>
  );
}
