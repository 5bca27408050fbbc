import { Button } from "@mantine/core";
import { useActor } from "../../access/index.ts";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type Change, changeQuery, changesQuery } from "../../api/index.ts";
import { useShow, useStudio, useView } from "../../session/index.ts";
import { isUnsaved, useStore } from "../../store/index.ts";
import { Status } from "../Status.tsx";
import { SendDialog } from "./SendDialog.tsx";
import styles from "./send.module.css";

/** From the text to the review: sends the draft, or leads to the change that is open and sends its next round. */
export function SendToReview() {
  const { workspace } = useStudio();
  const opened = useView().dialog === "send";
  const show = useShow();
  const { may } = useActor();
  const change = useOpenChange(workspace.set);
  const unsaved = useStore(workspace.state, ({ files }) => Object.values(files).some(isUnsaved));
  const isAnother = change === null || change.draft.differs || unsaved;
  return (
    <div className={styles["send"]}>
      {change === null ? null : <OpenChange change={change} />}
      {may("author") && isAnother ? (
        <Button onClick={() => show({ dialog: "send" })}>
          {change === null ? "Send to review" : "Update the review"}
        </Button>
      ) : null}
      {opened && may("author") ? <SendDialog change={change} close={() => show({ dialog: undefined })} /> : null}
    </div>
  );
}

/** The change of a set that is under way, if there is one. */
function useOpenChange(set: string): Change | null {
  const all = useQuery(changesQuery(set)).data?.changes ?? [];
  const open = all.find(({ status }) => status === "in review" || status === "approved");
  const change = useQuery({ ...changeQuery(open?.id ?? 0), enabled: open !== undefined }).data ?? null;
  return open === undefined || change?.id !== open.id ? null : change;
}

function OpenChange({ change }: { readonly change: Change }) {
  return (
    <Link
      className={styles["open"]}
      to="/reviews/$change"
      params={{ change: `${change.id}` }}
      title={`${change.title}, round ${change.rounds.length}`}
    >
      <Status of={change.status} />
    </Link>
  );
}
