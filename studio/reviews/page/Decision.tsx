import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useActor } from "../../access/index.ts";
import { type Change, decide, type Round, withdraw } from "../../api/index.ts";
import { SigningDialog } from "../signing/index.ts";
import styles from "./decision.module.css";
import { AskedFor, NextForAuthor } from "./NextForAuthor.tsx";
import { useActing } from "./useReview.ts";

/** What the person may do with the change now, and why not the rest. */
export function Decision({ change }: { readonly change: Change }) {
  const round = change.rounds.at(-1);
  if (round === undefined) return null;
  if (change.status === "withdrawn") return <Withdrawn change={change} />;
  if (change.status === "published" || change.status === "retired") return <Released change={change} />;
  const decides = change.may.some((what) => ofReviewers.has(what));
  return (
    <section className={styles["decision"]} aria-label={decides ? "Your decision" : "What comes next"}>
      <h2>{decides ? "Your decision" : "What comes next"}</h2>
      <AskedFor change={change} />
      <Buttons change={change} round={round} />
      <WhyNot change={change} />
      <NextForAuthor change={change} />
      <PublishLink change={change} />
      <ForOthers change={change} />
      {change.may.includes("withdraw") ? <Withdraw change={change} /> : null}
    </section>
  );
}

const ofReviewers: ReadonlySet<string> = new Set(["approve", "request changes"]);

function WhyNot({ change }: { readonly change: Change }) {
  const { local } = useActor();
  const reasons = new Set(change.mayNot.filter(({ what }) => ofReviewers.has(what)).map(({ because }) => because));
  if (local)
    return (
      <p className={styles["because"]}>
        You work alone here: you may publish it without another’s approval, and the release says “not independently
        approved”.
      </p>
    );
  return [...reasons].map((because) => (
    <p key={because} className={styles["because"]}>
      {because}
    </p>
  ));
}

/** Somebody who can do nothing with it now reads who can. */
function ForOthers({ change: { may, mayNot, gates } }: { readonly change: Change }) {
  const actor = useActor();
  const isApproved = gates.some(({ gate, state }) => gate === "approval" && state === "passed");
  if (
    actor.may("publisher") ||
    may.some((what) => what !== "comment") ||
    mayNot.some(({ what }) => ofReviewers.has(what))
  )
    return null;
  return (
    <p className={styles["soft"]}>
      {isApproved
        ? "It is approved. A publisher publishes it once every gate is passed."
        : "A reviewer who wrote none of it reads and approves it; then a publisher publishes it."}
    </p>
  );
}

/** The text is where it was: in the draft. */
function Withdrawn({ change }: { readonly change: Change }) {
  return (
    <section className={styles["decision"]} aria-label="Withdrawn">
      <p>It was withdrawn. The draft is as it was, and can be sent to review again.</p>
      <Link to="/" search={{ set: change.set }}>
        Go to the draft
      </Link>
    </section>
  );
}

function Released({ change }: { readonly change: Change }) {
  return (
    <section className={styles["decision"]} aria-label="Release">
      <p>
        Published as <strong>{change.version}</strong>.
      </p>
      <Link to="/reviews/$change/publish" params={{ change: `${change.id}` }}>
        See the release
      </Link>
    </section>
  );
}

interface ButtonsProps {
  readonly change: Change;
  readonly round: Round;
}

function Buttons({ change, round }: ButtonsProps) {
  const [opened, setOpened] = useState<"approved" | "changes requested" | null>(null);
  const mayApprove = change.may.includes("approve");
  const mayRefuse = change.may.includes("request changes");
  if (!mayApprove && !mayRefuse) return null;
  return (
    <div className={styles["buttons"]}>
      {mayApprove ? <Button onClick={() => setOpened("approved")}>Approve</Button> : null}
      {mayRefuse ? (
        <Button variant="default" onClick={() => setOpened("changes requested")}>
          Request changes
        </Button>
      ) : null}
      {opened === null ? null : (
        <SignDecision change={change} round={round} decision={opened} close={() => setOpened(null)} />
      )}
    </div>
  );
}

interface SignDecisionProps extends ButtonsProps {
  readonly decision: "approved" | "changes requested";
  readonly close: () => void;
}

function SignDecision({ change, round, decision, close }: SignDecisionProps) {
  const { act } = useActing(change.id);
  const words = decision === "approved" ? approving(round) : requesting(round);
  return (
    <SigningDialog
      {...words}
      sign={({ reason, credential }) =>
        decide(change.id, { round: round.round, digest: round.digest, decision, reason, credential })
      }
      done={(value) => act(async () => ({ ok: true, value }))}
      close={close}
    />
  );
}

const approving = ({ round }: Round) => ({
  title: "Approve this change",
  meaning: `I have reviewed round ${round} and approve exactly this text for publication.`,
  action: "Sign and approve",
  reason: { label: "A remark, if there is one", placeholder: "", needed: false },
});

const requesting = ({ round }: Round) => ({
  title: "Request changes",
  meaning: `I have reviewed round ${round} and ask for changes before it is published.`,
  action: "Sign and request changes",
  reason: {
    label: "What has to change",
    placeholder: "The chapter says six weeks on page 178; cite the edition that says four",
    needed: true,
  },
});

function PublishLink({ change }: { readonly change: Change }) {
  const { may } = useActor();
  if (!may("publisher")) return null;
  const isReady = change.gates.every(({ state }) => state === "passed" || state === "waived");
  return (
    <Link
      className={styles["publish"]}
      data-ready={isReady}
      to="/reviews/$change/publish"
      params={{ change: `${change.id}` }}
    >
      {isReady ? "Go on to publish" : "See what publishing needs"}
    </Link>
  );
}

/** The keyboard goes on where something new is said. */
function readOn(place: HTMLElement | null): void {
  place?.focus();
}

function Withdraw({ change }: { readonly change: Change }) {
  const [asked, setAsked] = useState(false);
  const { act, busy, problem } = useActing(change.id);
  if (!asked)
    return (
      <button type="button" className={styles["link"]} onClick={() => setAsked(true)}>
        Withdraw
      </button>
    );
  return (
    <>
      <p ref={readOn} tabIndex={-1}>
        The review ends, and what was signed of it counts no more. The draft stays as it is and can be sent again.
      </p>
      <div className={styles["buttons"]}>
        <Button size="compact-sm" variant="default" loading={busy} onClick={() => act(() => withdraw(change.id))}>
          Withdraw it
        </Button>
        <Button size="compact-sm" variant="subtle" onClick={() => setAsked(false)}>
          Keep it
        </Button>
      </div>
      {problem === null ? null : <p role="alert">{problem}</p>}
    </>
  );
}
