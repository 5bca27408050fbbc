import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { type Change, type Gate, planQuery, waive } from "../../api/index.ts";
import { SigningDialog } from "../signing/index.ts";
import { Words } from "../../theme/index.ts";
import { gateWords } from "../../words/index.ts";
import styles from "./gates.module.css";
import { GateSign } from "./GateSign.tsx";
import { movesOf, openKeys } from "./moves.ts";
import type { Part } from "../parts.ts";
import { useActing, useLook } from "./useReview.ts";

/** Where one sees to a gate. */
const seenTo: Readonly<Record<Gate["gate"], Part>> = {
  errors: "strength",
  cases: "cases",
  adequacy: "strength",
  transitions: "changes",
  citations: "text",
  proofs: "strength",
  approval: "rounds",
};

/** What must be so before this may be published, and what to do where it is not. */
export function Gates({ change }: { readonly change: Change }) {
  const title = change.status === "withdrawn" ? "How it stood" : "Before it can be published";
  return (
    <section className={styles["gates"]} aria-label={title}>
      <h2>{title}</h2>
      <ul>
        {change.gates.map((gate) => (
          <OneGate key={gate.gate} change={change} gate={gate} />
        ))}
      </ul>
    </section>
  );
}

const stateWords: Readonly<Record<Gate["state"], string>> = {
  passed: "done",
  failed: "not so",
  waived: "waived",
  "not yet": "not yet",
};

function OneGate({ change, gate }: { readonly change: Change; readonly gate: Gate }) {
  const isOpen = gate.state === "failed" || gate.state === "not yet";
  const waiver = change.signings.find((signing) => signing.gate === gate.gate && !signing.lapsed);
  return (
    <li title={gate.state === "passed" ? gate.sentence : undefined}>
      <GateSign state={gate.state} />
      <div>
        <h3>
          {gateWords(gate.gate)} <span className={styles["state"]}>{stateWords[gate.state]}</span>
        </h3>
        {gate.state === "passed" && gate.gate !== "approval" ? null : (
          <p>
            <Words text={gate.sentence} />
          </p>
        )}
        {gate.state === "waived" && waiver !== undefined ? (
          <blockquote className={styles["waiver"]}>
            {waiver.reason}
            <footer>{waiver.by.name} waived it</footer>
          </blockquote>
        ) : null}
        {isOpen && change.status !== "withdrawn" ? (
          <p className={styles["actions"]}>
            <LookAtIt change={change} gate={gate} />
            {gate.waivable && change.may.includes("waive") ? <Waive change={change} gate={gate} /> : null}
          </p>
        ) : null}
      </div>
    </li>
  );
}

function LookAtIt({ change, gate: { gate } }: { readonly change: Change; readonly gate: Gate }) {
  const look = useLook();
  const round = change.rounds.at(-1);
  const plan = useQuery({ ...planQuery(change.id, round?.digest ?? ""), enabled: false }).data?.made ?? null;
  // Of what is to be acknowledged, expected results stand among the cases.
  const isInCases = gate === "transitions" && plan !== null && openKeys(change, movesOf(plan)).length === 0;
  return (
    <button type="button" onClick={() => look({ part: isInCases ? "cases" : seenTo[gate], move: undefined })}>
      Look at it
    </button>
  );
}

function Waive({ change, gate }: { readonly change: Change; readonly gate: Gate }) {
  const [opened, setOpened] = useState(false);
  const { act } = useActing(change.id);
  const round = change.rounds.at(-1);
  if (round === undefined) return null;
  return (
    <>
      <button type="button" onClick={() => setOpened(true)}>
        Waive
      </button>
      {opened ? (
        <SigningDialog
          title={`Waive: ${gateWords(gate.gate).toLowerCase()}`}
          meaning={`I waive “${gateWords(gate.gate).toLowerCase()}” for round ${round.round}. My reason stands in the release.`}
          action="Sign and waive"
          reason={{ label: "Why it may be published all the same", placeholder, needed: true }}
          sign={({ reason, credential }) =>
            waive(change.id, { round: round.round, digest: round.digest, gate: gate.gate, reason, credential })
          }
          done={(value) => act(async () => ({ ok: true, value }))}
          close={() => setOpened(false)}
        >
          <p>
            <Words text={gate.sentence} />
          </p>
        </SigningDialog>
      ) : null}
    </>
  );
}

const placeholder = "The mistakes not noticed are in a section that takes effect next year; cases follow by then";
