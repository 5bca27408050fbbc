import { Button } from "@mantine/core";
import { useRef } from "react";
import { useActor } from "../access/index.ts";
import { useStudio } from "../session/index.ts";
import { useStore, type WorkFile } from "../store/index.ts";
import styles from "./warnings.module.css";

/** Bars under the header for what concerns the whole screen. */
export function Warnings() {
  const { online, analyst } = useStudio();
  const failure = useStore(analyst.state, (state) => state.failure);
  return (
    <div aria-live="polite">
      <Reading />
      {online ? null : (
        <p className={styles["bar"]}>
          The server does not answer. Go on working: what you type is kept in this browser and saved when it is back.
        </p>
      )}
      {failure === null ? null : (
        <p className={styles["bar"]}>
          The answers shown are old: the analysis stopped with “{failure}”. Your text is safe.
        </p>
      )}
      <Refusals />
      <RestoredDrafts />
    </div>
  );
}

/** Whoever may not write is told before they begin. */
function Reading() {
  const { id, may } = useActor();
  if (id === null || may("author")) return null;
  return (
    <p className={styles["bar"]}>
      You read this set. Writing is for people with the role author: what you type is kept in this browser only.
    </p>
  );
}

function Refusals() {
  const refused = useFiles((file) => file.saving === "refused");
  return refused.map((file) => (
    <p key={file.path} className={styles["bar"]}>
      {file.path} was not saved. {file.refusal}
    </p>
  ));
}

function RestoredDrafts() {
  const { workspace } = useStudio();
  const { may } = useActor();
  const restored = useFiles((file) => file.restored);
  return restored.map((file) => (
    <p key={file.path} className={styles["bar"]}>
      <span>
        <strong>Unsaved draft restored</strong> in {file.path}.
      </span>
      {may("author") ? (
        <Button size="compact-xs" variant="default" onClick={() => void workspace.save(file.path)}>
          Save it
        </Button>
      ) : null}
      <Button size="compact-xs" variant="subtle" onClick={() => workspace.discard(file.path)}>
        Discard the draft
      </Button>
    </p>
  ));
}

/** The files to say something of; the same array while they are the same. */
function useFiles(concerned: (file: WorkFile) => boolean): readonly WorkFile[] {
  const { workspace } = useStudio();
  const last = useRef<readonly WorkFile[]>([]);
  return useStore(workspace.state, ({ files }) => {
    const found = Object.values(files).filter(concerned);
    const same = found.length === last.current.length && found.every((file, index) => file === last.current[index]);
    if (!same) last.current = found;
    return last.current;
  });
}
