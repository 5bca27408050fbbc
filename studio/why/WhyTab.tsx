import { SegmentedControl } from "@mantine/core";
import { useState } from "react";
import type { Determination } from "../../engine/determine/index.ts";
import { useHasUnreadGuideline } from "../session/index.ts";
import { OutcomeWord } from "../theme/index.ts";
import type { CaseView } from "../worker/index.ts";
import { AuthorityOrder } from "./AuthorityOrder.tsx";
import { CriteriaTree } from "./CriteriaTree.tsx";
import { DecidedBy } from "./DecidedBy.tsx";
import { LocalChanges } from "./LocalChanges.tsx";
import { StillMatters } from "./StillMatters.tsx";
import { WhatWouldChangeIt } from "./WhatWouldChangeIt.tsx";
import styles from "./why.module.css";

/** Why each service comes out as it does; services that come out alike for the same reasons are shown once. */
export function WhyTab({ open }: { readonly open: CaseView }) {
  const groups = alike(open.determinations);
  const [chosen, setChosen] = useState("0");
  const group = groups[Number(chosen)] ?? groups[0];
  const first = group?.[0];
  if (first === undefined) return <p className={styles["soft"]}>The case requests no service yet.</p>;
  return (
    <div className={styles["tab"]}>
      {groups.length < 2 ? null : (
        <SegmentedControl
          fullWidth
          size="xs"
          aria-label="Service"
          data={groups.map((of, index) => ({ value: `${index}`, label: of.map(({ service }) => service).join(", ") }))}
          value={chosen}
          onChange={setChosen}
        />
      )}
      <Addressed determination={first} services={group?.length ?? 1} />
      <LocalChanges governing={first.governing} />
      <MayBecome determination={first} />
      <AuthorityOrder authority={first.authority} />
      <DecidedBy facts={first.decidedBy} />
      <CriteriaTree findings={first.findings} file={first.governing?.file ?? null} />
      <WhatWouldChangeIt ways={first.ways} />
      <StillMatters facts={first.stillMatters} />
    </div>
  );
}

/** While something is open: what the outcome may still be. */
function MayBecome({ determination: { outcome, possibleOutcomes } }: { readonly determination: Determination }) {
  const [first, ...others] = possibleOutcomes;
  if (outcome !== "information needed" || first === undefined || others.length === 0) return null;
  return (
    <p className={styles["may"]}>
      It may still come out as{" "}
      {possibleOutcomes.map((possible, index) => (
        <span key={possible}>
          {index === 0 ? "" : index === possibleOutcomes.length - 1 ? " or " : ", "}
          <OutcomeWord words={possible} />
        </span>
      ))}
      .
    </p>
  );
}

function Addressed({ determination, services }: { readonly determination: Determination; readonly services: number }) {
  const { governing } = determination;
  const unread = useHasUnreadGuideline();
  if (governing === null) {
    return (
      <p className={styles["soft"]}>
        {unread
          ? "A guideline has a problem and could not be read, so whether it addresses the request is not known. Mend what Diagnostics says."
          : "No guideline of this set addresses the request, so there is nothing to propose."}
      </p>
    );
  }
  const source = governing.source;
  const locator = source?.locator ?? null;
  return (
    <p className={styles["soft"]}>
      {source === null ? governing.guideline : source.title}
      {locator === null ? "" : `, ${locator}`}
      {services > 1 ? ` · the same for ${services === 2 ? "both" : `all ${services}`} services` : ""}
    </p>
  );
}

/** Determinations grouped by what the tree would show. */
function alike(determinations: readonly Determination[]): readonly (readonly Determination[])[] {
  const groups = new Map<string, Determination[]>();
  for (const determination of determinations) {
    const key = JSON.stringify([
      determination.outcome,
      determination.authority,
      determination.findings,
      determination.decidedBy,
      determination.ways,
    ]);
    groups.set(key, [...(groups.get(key) ?? []), determination]);
  }
  return [...groups.values()];
}
