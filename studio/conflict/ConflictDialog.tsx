import { Button, CopyButton, Modal } from "@mantine/core";
import { useState } from "react";
import { useStudio } from "../session/index.ts";
import { type Files, useStore, type WorkFile } from "../store/index.ts";
import { BothTexts } from "./BothTexts.tsx";
import styles from "./conflict.module.css";

/** When somebody else saved a file while it was being typed in: both texts, and nothing is replaced until the person says so. */
export function ConflictDialog() {
  const { workspace } = useStudio();
  const file = useStore(workspace.state, ({ files }) => firstConflict(files));
  const [putOff, setPutOff] = useState<WorkFile["theirs"]>(null);
  if (file === undefined || file.theirs === putOff) return null;
  return <Conflict key={file.path} file={file} close={() => setPutOff(file.theirs)} />;
}

function firstConflict(files: Files): WorkFile | undefined {
  return Object.values(files).find((file) => file.theirs !== null);
}

function Conflict({ file, close }: { readonly file: WorkFile; readonly close: () => void }) {
  const { workspace } = useStudio();
  const theirs = file.theirs === "gone" || file.theirs === null ? null : file.theirs.text;
  return (
    <Modal opened onClose={close} size="min(1240px, 94vw)" title={`${file.path} was saved by somebody else`}>
      <p className={styles["lead"]}>
        {theirs === null
          ? "The file was removed while you were typing. Saving yours brings it back."
          : "Somebody saved another text while you were typing. Both are below; nothing is replaced until you choose."}
      </p>
      {theirs === null ? null : (
        <BothTexts
          left={{ title: "Mine, as typed", text: file.text }}
          right={{ title: "Theirs, as saved", text: theirs }}
        />
      )}
      <div className={styles["buttons"]}>
        <CopyButton value={file.text}>
          {({ copied, copy }) => (
            <Button variant="default" onClick={copy}>
              {copied ? "Copied" : "Copy mine"}
            </Button>
          )}
        </CopyButton>
        <Button variant="default" onClick={close}>
          Decide later
        </Button>
        {theirs === null ? null : (
          <Button variant="default" onClick={() => workspace.takeTheirs(file.path)}>
            Take theirs
          </Button>
        )}
        <Button onClick={() => void workspace.keepMine(file.path)}>Save mine over it</Button>
      </div>
    </Modal>
  );
}
