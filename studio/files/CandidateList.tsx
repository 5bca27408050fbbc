import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { useActor } from "../access/index.ts";
import { type Candidate, candidatesQuery } from "../api/index.ts";
import { useStudio } from "../session/index.ts";
import { Sign, toneOfOutcome } from "../theme/index.ts";
import { Entry, Section } from "./Entry.tsx";
import styles from "./files.module.css";

const CandidateDialog = lazy(() =>
  import("../candidates/index.ts").then((module) => ({ default: module.CandidateDialog })),
);

/** How many are listed before one asks for the rest. */
const MOST = 8;

/** What reviewers decided otherwise and is no case yet, for those who may see it. */
export function CandidateList() {
  const { workspace } = useStudio();
  const may = useActor().may("author", "reviewer");
  const answer = useQuery({ ...candidatesQuery(workspace.set), enabled: may });
  const [chosen, setChosen] = useState<Candidate | null>(null);
  const [all, setAll] = useState(false);
  if (!may || answer.data === undefined) return null;
  const open = answer.data.candidates.filter(({ made }) => made === null);
  return (
    <Section title="Candidate tests">
      {(all ? open : open.slice(0, MOST)).map((candidate) => (
        <CandidateEntry key={candidate.id} of={candidate} open={() => setChosen(candidate)} />
      ))}
      {open.length > MOST && !all ? <Entry onOpen={() => setAll(true)}>Show all {open.length}</Entry> : null}
      {open.length === 0 ? (
        <li className={styles["empty"]}>
          None. Where a reviewer decides otherwise than a release proposes, under Decision, it stands here to become a
          case.
        </li>
      ) : null}
      {chosen === null ? null : (
        <li>
          <Suspense>
            <CandidateDialog candidate={chosen} close={() => setChosen(null)} />
          </Suspense>
        </li>
      )}
    </Section>
  );
}

function CandidateEntry({ of, open }: { readonly of: Candidate; readonly open: () => void }) {
  const { service, outcome, kind, by } = of;
  return (
    <Entry sign={<Sign tone={toneOfOutcome[outcome]} />} title={`Decided by ${by}: ${kind}`} onOpen={open}>
      {service ?? "A service without a declaration"}: {outcome}
    </Entry>
  );
}
