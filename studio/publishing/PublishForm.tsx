import { Button, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { type Change, release } from "../api/index.ts";
import { SigningDialog } from "../reviews/signing/index.ts";
import { Day } from "../theme/index.ts";
import { today } from "../words/index.ts";
import { firstDay, isDay } from "./days.ts";
import styles from "./publishing.module.css";

interface PublishFormProps {
  readonly change: Change;
  /** `null` until it is computed, or when nothing changed. */
  readonly version: string | null;
  /** The release in force until then. */
  readonly latest: string | null;
}

/** Since when it decides, what that means, and the signature. */
export function PublishForm({ change, version, latest }: PublishFormProps) {
  const { soonest } = change;
  const [from, setFrom] = useState(() => firstDay(soonest, today()));
  const [to, setTo] = useState("");
  const [opened, setOpened] = useState(false);
  const isPossible = isDay(from) && (soonest === null || from >= soonest.from);
  const isOrdered = isDay(from) && (to === "" || (isDay(to) && from <= to));
  const isReady = change.gates.every(({ state }) => state === "passed" || state === "waived");
  const may = change.may.includes("publish");
  return (
    <section aria-label="In force">
      <h2>Service dates it decides</h2>
      <div className={styles["dates"]}>
        <TextInput
          type="date"
          label="From"
          value={from}
          min={soonest?.from}
          error={!isPossible && isDay(from)}
          onChange={({ currentTarget: { value } }) => setFrom(value)}
        />
        <TextInput
          type="date"
          label="To, if that is known"
          value={to}
          error={isOrdered || to === "" ? null : "It cannot end before it begins."}
          onChange={({ currentTarget: { value } }) => setTo(value)}
        />
      </div>
      {soonest !== null && (!isPossible || soonest.from > today()) ? <WhyThen soonest={soonest} /> : null}
      {isPossible && isOrdered ? <Consequence from={from} to={to} version={version} latest={latest} /> : null}
      <div className={styles["publish"]}>
        <Button
          disabled={!may || !isReady || !isPossible || !isOrdered || version === null}
          onClick={() => setOpened(true)}
        >
          Publish {version ?? ""}
        </Button>
        <WhyNot change={change} isReady={isReady} />
      </div>
      {opened && version !== null ? (
        <SignRelease change={change} version={version} from={from} to={to} close={() => setOpened(false)} />
      ) : null}
    </section>
  );
}

/** Why it does not begin today. */
function WhyThen({ soonest: { from, because } }: { readonly soonest: NonNullable<Change["soonest"]> }) {
  return (
    <p role="note" className={styles["why"]}>
      It can begin on <Day of={from} /> at the soonest. {because}
    </p>
  );
}

function WhyNot({ change, isReady }: { readonly change: Change; readonly isReady: boolean }) {
  const because = change.mayNot.find(({ what }) => what === "publish")?.because;
  if (because !== undefined) return <p className={styles["soft"]}>{because}</p>;
  return isReady ? null : <p className={styles["soft"]}>Some gates are still open; each says what to do.</p>;
}

interface ConsequenceProps {
  readonly from: string;
  readonly to: string;
  readonly version: string | null;
  readonly latest: string | null;
}

function Consequence({ from, to, version, latest }: ConsequenceProps) {
  return (
    <p>
      Every service dated <Day of={from} /> or later{" "}
      {to === "" ? null : (
        <>
          and not after <Day of={to} />{" "}
        </>
      )}
      is decided by {version ?? "this release"}
      {to === "" ? ", until another release takes its place" : ""}.{" "}
      {latest === null
        ? "What was given before is decided by no release of this set."
        : `What was given before stays with ${latest} or the release in force then.`}{" "}
      A release never changes again.
    </p>
  );
}

interface SignReleaseProps {
  readonly change: Change;
  readonly version: string;
  readonly from: string;
  readonly to: string;
  readonly close: () => void;
}

function SignRelease({ change, version, from, to, close }: SignReleaseProps) {
  const queries = useQueryClient();
  const round = change.rounds.at(-1);
  if (round === undefined) return null;
  const effective = { effectiveFrom: from, effectiveTo: to === "" ? null : to };
  return (
    <SigningDialog
      title={`Publish ${version}`}
      meaning={`I publish round ${round.round} as release ${version}.`}
      action="Sign and publish"
      sign={({ credential }) =>
        release(change.id, { round: round.round, digest: round.digest, credential, ...effective })
      }
      done={() => void queries.invalidateQueries()}
      close={close}
    />
  );
}
