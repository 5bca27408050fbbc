import { useState } from "react";
import { useActor } from "../access/index.ts";
import type { SetSummary } from "../api/index.ts";
import styles from "./drafts.module.css";
import { RemoveDialog } from "./RemoveDialog.tsx";

/** For whoever writes, of a set that was never released and is not under review. */
export function RemoveDraft({ set }: { readonly set: SetSummary }) {
  const { may } = useActor();
  const [asked, setAsked] = useState(false);
  if (!may("author")) return null;
  return (
    <>
      <button
        type="button"
        className={styles["remove"]}
        onClick={() => setAsked(true)}
        aria-label={`Remove ${set.title}`}
      >
        Remove
      </button>
      {asked ? <RemoveDialog set={set} close={() => setAsked(false)} /> : null}
    </>
  );
}
