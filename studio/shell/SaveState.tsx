import { Button } from "@mantine/core";
import { useEffect } from "react";
import { useActor } from "../access/index.ts";
import { useStudio } from "../session/index.ts";
import { type Files, isUnsaved, useStore } from "../store/index.ts";
import styles from "./header.module.css";

type State = "saved" | "unsaved" | "saving" | "failed";

/** Always in view: whether what is typed is saved. The words say it; the dot only repeats them. */
export function SaveState() {
  const { workspace, online } = useStudio();
  const { may } = useActor();
  const state = useStore(workspace.state, ({ files }) => stateOf(files));
  const unsaved = useStore(workspace.state, ({ files }) => Object.values(files).filter(isUnsaved).length);
  const unreachable = useStore(workspace.state, ({ files }) =>
    Object.values(files).some((file) => file.saving === "unreachable"),
  );
  useEffect(() => {
    // What could not be saved is saved as soon as the server answers again.
    if (online && unreachable) void workspace.saveAll();
  }, [online, unreachable, workspace]);
  return (
    <div className={styles["save"]}>
      <span className={styles["dot"]} data-state={state} aria-hidden="true" />
      <output aria-label="Saved state">{words(state, unsaved)}</output>
      {unsaved === 0 || !may("author") ? null : (
        <Button size="compact-sm" variant="default" title="Save (Ctrl+S)" onClick={() => void workspace.saveAll()}>
          Save
        </Button>
      )}
    </div>
  );
}

function stateOf(files: Files): State {
  const all = Object.values(files);
  if (all.some((file) => file.saving === "saving")) return "saving";
  if (all.some((file) => file.saving === "unreachable" || file.saving === "refused")) return "failed";
  return all.some(isUnsaved) ? "unsaved" : "saved";
}

function words(state: State, unsaved: number): string {
  if (state === "saving") return "Saving";
  if (state === "failed") return "Not saved yet";
  if (state === "saved") return "Saved";
  return unsaved === 1 ? "1 file unsaved" : `${unsaved} files unsaved`;
}
