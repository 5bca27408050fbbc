import { releaseFiles } from "../../api/index.ts";
import { Attested } from "../../publishing/verification/index.ts";
import { Day, Moment } from "../../theme/index.ts";
import { versionReasons } from "../../words/index.ts";
import { Actions } from "./Actions.tsx";
import type { Told } from "./editions.ts";
import styles from "./releases.module.css";
import { ReadPapers } from "./ReadPapers.tsx";
import { standingWords } from "./standings.ts";
import { Verified } from "./Verified.tsx";

interface ReleaseArticleProps {
  readonly set: string;
  readonly edition: Told;
  /** The highest version. */
  readonly latest: string;
}

/** One release: why it has its number, who stands for it, whether it is what was published, and what can be done with it. */
export function ReleaseArticle({ set, edition, latest }: ReleaseArticleProps) {
  const { version, release, statement, retirement, standing } = edition;
  const files = releaseFiles(set, version);
  return (
    <article id={`release-${version}`} className={styles["release"]} aria-label={`Release ${version}`}>
      <h2>
        {version}{" "}
        <span className={styles["standing"]} data-standing={standing}>
          {standingWords(edition)}
        </span>
      </h2>
      <p className={styles["soft"]}>{versionReasons[release.bump]}</p>
      {retirement === null ? null : (
        <p>
          <strong>Retired</strong> by {retirement.name}, <Moment at={retirement.at} />: it decides no service after{" "}
          <Day of={retirement.to} />. <q>{retirement.reason}</q>
        </p>
      )}
      <Attested
        of={statement}
        replaced={edition.replaced}
        days={{ from: edition.effectiveFrom, to: edition.effectiveTo }}
      />
      <Verified set={set} version={version} />
      <div className={styles["downloads"]}>
        <ReadPapers set={set} version={version} />
        <a href={files.payload} download>
          Download the payload
        </a>
        <a href={files.attestation} download>
          Download the attestation
        </a>
      </div>
      <Actions set={set} edition={edition} latest={latest} />
    </article>
  );
}
