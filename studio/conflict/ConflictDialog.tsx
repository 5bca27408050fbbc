import { Button, CopyButton, Modal } from "@mantine/core";
import { useMemo, useState } from "react";
import { useStudio } from "../session/index.ts";
import { type Files, useStore, type WorkFile } from "../store/index.ts";
import styles from "./conflict.module.css";
import { sideBySide } from "./sideBySide.ts";

/** When a file changed on disk while it was being typed in: both texts, and nothing is replaced until the person says so. */
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
    <Modal opened onClose={close} size="min(1240px, 94vw)" title={`${file.path} changed on disk`}>
      <p className={styles["lead"]}>
        {theirs === null
          ? "The file was removed while you were typing. Saving yours brings it back."
          : "Somebody saved another text while you were typing. Both are below; nothing is replaced until you choose."}
      </p>
      {theirs === null ? null : <BothTexts mine={file.text} theirs={theirs} />}
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
            Take the text on disk
          </Button>
        )}
        <Button onClick={() => void workspace.keepMine(file.path)}>Save mine over it</Button>
      </div>
    </Modal>
  );
}

/** The dialog opens at the first difference. */
function showRow(row: HTMLTableRowElement | null): void {
  row?.scrollIntoView({ block: "center" });
}

function BothTexts({ mine, theirs }: { readonly mine: string; readonly theirs: string }) {
  const rows = useMemo(() => sideBySide(mine, theirs), [mine, theirs]);
  const first = rows.find(({ differs }) => differs);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must be reachable with the keyboard
    <section className={styles["texts"]} tabIndex={0} aria-label="Both texts">
      <table>
        <thead>
          <tr>
            <th scope="col">Mine, as typed</th>
            <th scope="col">On disk</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key} data-differs={row.differs} ref={row === first ? showRow : null}>
              <td>{row.mine}</td>
              <td>{row.theirs}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
