import { Button } from "@mantine/core";
import { useEffect, useMemo, useState } from "react";
import { FactTable } from "../../factTable/index.ts";
import { useAddCase } from "../../files/index.ts";
import { useAnalysis, useProofs, useShow, useStudio } from "../../session/index.ts";
import { CloseButton, Words } from "../../theme/index.ts";
import { type Witness, witnessIn } from "../../worker/proof/index.ts";
import { WhyTab } from "../../why/index.ts";
import { ServiceLines } from "../CaseHeader.tsx";
import styles from "./witness.module.css";

/** A case that was worked out to show something. It is no file until it is kept. */
export function WitnessPane({ id }: { readonly id: string }) {
  const { witness, isGone } = useWitness(id);
  const { analyst } = useStudio();
  const open = useAnalysis((analysis) => analysis?.witness ?? null);
  useEffect(() => {
    analyst.openWitness(witness === null ? null : { ...witness.case, id });
    return () => analyst.openWitness(null);
  }, [analyst, witness, id]);
  if (witness === null) return <Missing />;
  return (
    <div className={styles["pane"]}>
      <Head witness={witness} isGone={isGone} />
      {open === null || open.path !== id ? null : (
        <>
          <ServiceLines open={open} />
          <div className={styles["panel"]}>
            <h3>What it documents</h3>
            <FactTable of={witness.case} label="What it documents" />
            <h3>Why</h3>
            <WhyTab open={open} />
          </div>
        </>
      )}
    </div>
  );
}

/** The witness, which stays in view when the newer text no longer shows what it showed. */
function useWitness(id: string): { readonly witness: Witness | null; readonly isGone: boolean } {
  const proofs = useProofs((all) => all);
  const working = useProofs((_, isWorking) => isWorking);
  const found = useMemo(() => witnessIn(proofs, id), [proofs, id]);
  const [last, setLast] = useState<Witness | null>(null);
  if (found !== null && (last?.case !== found.case || last.shows !== found.shows)) setLast(found);
  return { witness: last ?? found, isGone: found === null && !working };
}

function Head({ witness, isGone }: { readonly witness: Witness; readonly isGone: boolean }) {
  const show = useShow();
  return (
    <div className={styles["head"]}>
      <div className={styles["title"]}>
        <h2>{witness.case.title}</h2>
        <CloseButton label="Back to the open case" size={16} onClick={() => show({ witness: undefined })} />
      </div>
      <p className={styles["shows"]}>
        <Words text={witness.shows} />
      </p>
      {isGone ? <output className={styles["gone"]}>The text as it is now no longer says this.</output> : null}
      <Keep witness={witness} />
    </div>
  );
}

function Keep({ witness }: { readonly witness: Witness }) {
  const { analyst } = useStudio();
  const add = useAddCase();
  const show = useShow();
  const keep = async () => {
    const text = await analyst.language.writeCase(witness.case);
    const path = add(witness.case.title, text);
    show({ case: path, file: path, view: undefined });
  };
  return (
    <p className={styles["keep"]}>
      <Button size="compact-sm" variant="default" onClick={() => void keep()}>
        Keep as a case
      </Button>
      <span>Worked out for this, not a file of the set. Kept, it expects nothing yet.</span>
    </p>
  );
}

function Missing() {
  const working = useProofs((_, isWorking) => isWorking);
  const show = useShow();
  if (working) return <p className={styles["missing"]}>Working the case out</p>;
  return (
    <div className={styles["missing"]}>
      <h2>Nothing shows this any more</h2>
      <p>The text has changed since: what this case showed is no longer found.</p>
      <Button variant="default" onClick={() => show({ witness: undefined })}>
        Back to the open case
      </Button>
    </div>
  );
}
