import { useQuery } from "@tanstack/react-query";
import { ForRole, useActor } from "../access/index.ts";
import { setQuery } from "../api/index.ts";
import { useShow, useStudio } from "../session/index.ts";
import type { CaseView } from "../worker/index.ts";
import { ChooseEditions } from "./ChooseEditions.tsx";
import styles from "./editions.module.css";

/** The open case then and now: under two editions of its set, and which text made the difference. */
export function EditionsTab({ open }: { readonly open: CaseView }) {
  const { workspace } = useStudio();
  const set = useQuery(setQuery(workspace.set)).data;
  if (set === undefined) return null;
  const versions = set.releases.map(({ version }) => version);
  return (
    <div className={styles["tab"]}>
      <p className={styles["soft"]}>
        The same case under two editions of the set, service by service and criterion by criterion, with the text that
        makes the difference. Both are read by the engine of today.
      </p>
      {versions.length === 0 ? (
        <NoEdition />
      ) : (
        <ForRole roles={["reviewer", "author"]} doing="Comparing editions">
          <ChooseEditions open={open} versions={versions} />
        </ForRole>
      )}
    </div>
  );
}

function NoEdition() {
  const show = useShow();
  const { may } = useActor();
  return (
    <>
      <p>
        There is no release yet, so there is no then. Once one is published, any case can be shown under it and under
        the draft: a request of three years ago, decided by the text of that day and by the text of today.
      </p>
      {may("author") ? (
        <button type="button" className={styles["link"]} onClick={() => show({ dialog: "send" })}>
          Send the draft to review
        </button>
      ) : null}
    </>
  );
}
