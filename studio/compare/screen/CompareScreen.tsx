import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { releaseQuery } from "../../api/index.ts";
import { useProofs, useShow, useStudio, useView } from "../../session/index.ts";
import type { Comparison, ServiceComparison } from "../../worker/proof/index.ts";
import { Against } from "./Against.tsx";
import styles from "./compare.module.css";
import { directionSentence, directionWords, stepSentence } from "../directions.ts";
import { ServiceSection } from "./ServiceSection.tsx";

/** What the draft means against an older version: for which cases each service is answered otherwise. */
export function CompareScreen() {
  const { against } = useView();
  const failure = useWantedRelease(against);
  const comparison = useProofs(({ edit, release }) => (against === undefined ? edit : release));
  const shown = comparison !== null && comparison.against === (against ?? comparison.against) ? comparison : null;
  return (
    <section className={styles["screen"]} aria-label="Compare">
      <h1>Compare</h1>
      <Against />
      <Progress />
      {failure === null ? null : (
        <p role="alert" className={styles["failure"]}>
          {failure}
        </p>
      )}
      {shown === null ? null : <Compared of={shown} />}
    </section>
  );
}

/** Asks for the release in the address to be compared with; what comes back is why that cannot be. */
function useWantedRelease(version: string | undefined): string | null {
  const { workspace, prover } = useStudio();
  const release = useQuery(releaseQuery(workspace.set, version));
  const { data } = release;
  useEffect(() => {
    const wanted = version === undefined || data === undefined ? null : data;
    prover.wants.set((wants) => (wants.release === wanted ? wants : { ...wants, release: wanted }));
  }, [prover, version, data]);
  return release.error?.message ?? null;
}

function Progress() {
  const working = useProofs((_, isWorking) => isWorking);
  const outdated = useProofs((proofs) => proofs.outdated.length > 0);
  return (
    <>
      {working ? <p className={styles["working"]}>Working out what the newest text means</p> : null}
      {outdated ? <p className={styles["outdated"]}>By the text before the problem.</p> : null}
    </>
  );
}

function Compared({ of }: { readonly of: Comparison }) {
  const changed = of.services.filter((one) => one.verdict !== "same" || one.remarks.length > 0);
  const same = of.services.filter((one) => !changed.includes(one));
  return (
    <>
      <output className={styles["verdict"]}>
        <strong>{directionWords[of.verdict]}</strong>
        <span>{directionSentence(of.verdict)}</span>
        {of.because === null ? null : <span>Not all is proved, because: {of.because.replaceAll("`", "")}</span>}
        <span className={styles["soft"]}>{stepSentence(of.bump)}</span>
      </output>
      {of.bump === null ? <Unchanged /> : null}
      {changed.map((service) => (
        <ServiceSection key={`${service.guideline} ${service.service}`} of={of} service={service} />
      ))}
      <Remarks remarks={of.remarks} />
      <Same services={same} />
    </>
  );
}

function Unchanged() {
  const show = useShow();
  return (
    <div className={styles["unchanged"]}>
      <p>
        Change the text, and what that means is shown here. When six weeks of a program become four, the cases in
        between move from not met to met, and one of them is shown by both versions.
      </p>
      <Button variant="default" onClick={() => show({ view: undefined })}>
        Back to the text
      </Button>
    </div>
  );
}

/** What changed besides the answers. */
function Remarks({ remarks }: Pick<Comparison, "remarks">) {
  if (remarks.length === 0) return null;
  return (
    <section className={styles["aside"]} aria-label="Names, places and facts">
      <h2>Names, places and facts</h2>
      <ul>
        {remarks.map((remark) => (
          <li key={remark}>{remark.replaceAll("`", "")}</li>
        ))}
      </ul>
    </section>
  );
}

function Same({ services }: { readonly services: readonly ServiceComparison[] }) {
  if (services.length === 0) return null;
  return (
    <section className={styles["aside"]} aria-label="The same for every case">
      <h2>The same for every case, proved</h2>
      <ul>
        {services.map(({ guideline, service }) => (
          <li key={`${guideline} ${service}`}>
            {service} <span className={styles["soft"]}>{guideline}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
