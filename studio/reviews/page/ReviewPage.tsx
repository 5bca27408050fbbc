import { Loader } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type Change, commentsQuery, type Plan, type PlanMaking, planQuery } from "../../api/index.ts";
import { CasesPart } from "./cases/index.ts";
import { ChangesPart } from "./changes/index.ts";
import { CommentsPart } from "./comments/index.ts";
import { Decision } from "./Decision.tsx";
import { Gates } from "./Gates.tsx";
import { Heading } from "./Heading.tsx";
import { movesOf, openKeys } from "./moves.ts";
import { type Part, parts, partWords } from "../parts.ts";
import styles from "./review.module.css";
import { RoundsPart } from "./rounds/index.ts";
import { StrengthPart } from "./strength/index.ts";
import { TextPart } from "./text/index.ts";
import { useChange, useChangeId, useLook, useReviewView } from "./useReview.ts";

/** A change as a plan: what it does, whether that is noticed, what is missing, and who signs. */
export function ReviewPage() {
  const id = useChangeId();
  const change = useChange(id);
  if (change.data !== undefined) return <Review change={change.data} />;
  if (Number.isNaN(id)) return <Nothing sentence="There is no change of this number." />;
  return change.isError ? (
    <Nothing sentence={change.error.message} />
  ) : (
    <Loader size="sm" m="xl" aria-label="Opening" />
  );
}

function Nothing({ sentence }: { readonly sentence: string }) {
  return (
    <div className={styles["nothing"]}>
      <p role="alert">{sentence}</p>
      <Link to="/reviews" search={{}}>
        To the reviews
      </Link>
    </div>
  );
}

function Review({ change }: { readonly change: Change }) {
  const round = change.rounds.at(-1);
  const making = useQuery({ ...planQuery(change.id, round?.digest ?? ""), enabled: round !== undefined });
  const plan = making.data?.made ?? null;
  const { part } = useReviewView();
  return (
    <div className={styles["review"]}>
      <Heading change={change} plan={plan} />
      <div className={styles["columns"]}>
        <div className={styles["main"]}>
          <Tabs change={change} plan={plan} />
          <div key={part} ref={beginAtTop}>
            <PartOnScreen change={change} making={making.data} failure={making.error?.message ?? null} />
          </div>
        </div>
        <aside className={styles["aside"]} aria-label="Gates and decision">
          <Gates change={change} />
          <Decision change={change} />
        </aside>
      </div>
    </div>
  );
}

/** However far one had read in the part before. */
function beginAtTop(part: HTMLElement | null): void {
  part?.parentElement?.scrollTo({ top: 0 });
}

interface TabsProps {
  readonly change: Change;
  readonly plan: Plan | null;
}

function Tabs({ change, plan }: TabsProps) {
  const { part: shown } = useReviewView();
  const look = useLook();
  return (
    <nav className={styles["tabs"]} aria-label="Parts of the review">
      {parts.map((part) => (
        <button
          key={part}
          type="button"
          aria-current={part === shown ? "page" : undefined}
          onClick={() => look({ part, move: undefined })}
        >
          {partWords[part]}
          <Count of={countOf(part, change, plan)} />
        </button>
      ))}
    </nav>
  );
}

function Count({ of }: { readonly of: number }) {
  return of === 0 ? null : <span className={styles["count"]}>{of}</span>;
}

/** What in a part waits for somebody; of the text, how many files changed. */
function countOf(part: Part, change: Change, plan: Plan | null): number {
  if (part === "comments") return change.comments.open;
  if (part === "rounds") return change.rounds.length;
  if (plan === null) return 0;
  if (part === "changes") return openKeys(change, movesOf(plan)).length;
  if (part === "text") return plan.files.length;
  if (part === "cases") return plan.tests.failed + openKeys(change, plan.tests.expectations).length;
  return plan.mutation.survived.length + plan.proofs.found.filter(({ accepted }) => accepted === null).length;
}

interface PartOnScreenProps {
  readonly change: Change;
  readonly making: PlanMaking | undefined;
  readonly failure: string | null;
}

function PartOnScreen({ change, making, failure }: PartOnScreenProps) {
  const { part } = useReviewView();
  const comments = useQuery(commentsQuery(change.id)).data ?? [];
  if (part === "comments") return <CommentsPart change={change} comments={comments} />;
  if (part === "rounds") return <RoundsPart change={change} />;
  if (part === "text") return <TextPart change={change} comments={comments} />;
  const plan = making?.made ?? null;
  if (plan === null) return <Making progress={making?.progress ?? null} failure={failure} />;
  if (part === "changes") return <ChangesPart change={change} plan={plan} />;
  return part === "cases" ? <CasesPart change={change} plan={plan} /> : <StrengthPart plan={plan} />;
}

function Making({ progress, failure }: { readonly progress: PlanMaking["progress"]; readonly failure: string | null }) {
  const because = failure ?? progress?.failure ?? null;
  return (
    <div className={styles["making"]}>
      <output>{progress === null ? "Asking what this change means" : progress.doing}</output>
      {progress === null || progress.of === null ? null : (
        <progress aria-label="How far the plan is" value={progress.done} max={Math.max(1, progress.of)} />
      )}
      {because === null ? null : <p role="alert">{because}</p>}
      <p className={styles["soft"]}>
        Every case there can be is compared, every small mistake is tried against the cases. The text and the comments
        can be read meanwhile.
      </p>
    </div>
  );
}
