import { Textarea, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { type Change, setQuery } from "../../api/index.ts";
import { FormDialog } from "../../dialog/index.ts";
import { useAnalysis, useStudio } from "../../session/index.ts";
import { isUnsaved, useStore } from "../../store/index.ts";
import styles from "./send.module.css";
import { useSending } from "./useSending.ts";

interface SendDialogProps {
  /** The open change that gets another round; `null`: a new one. */
  readonly change: Change | null;
  readonly close: () => void;
}

/** What is sent, under which name; what is not saved is saved first. */
export function SendDialog({ change, close }: SendDialogProps) {
  const [title, setTitle] = useState("");
  const [description, setDescription] = useState("");
  const { send, busy, problem } = useSending(change, close);
  const lacks = change === null && title.trim() === "";
  return (
    <FormDialog
      title={change === null ? "Send to review" : `Update the review: ${change.title}`}
      action={<SendWords isNew={change === null} />}
      lacks={lacks}
      busy={busy}
      problem={problem}
      submit={() => void send({ title: title.trim(), description: description.trim() })}
      close={close}
    >
      {change === null ? (
        <>
          <TextInput
            data-autofocus
            label="What changes"
            placeholder="Four weeks of strengthening are enough"
            maxLength={200}
            value={title}
            onChange={({ currentTarget: { value } }) => setTitle(value)}
          />
          <Textarea
            label="Why, for the reviewer"
            placeholder="The 2024 edition of chapter 8 asks for four weeks, not six"
            autosize
            minRows={2}
            maxLength={10_000}
            value={description}
            onChange={({ currentTarget: { value } }) => setDescription(value)}
          />
        </>
      ) : (
        <p>
          Round {change.rounds.length + 1} takes the place of round {change.rounds.length}. What was approved or
          acknowledged of the text before lapses.
        </p>
      )}
      <WhatIsSent />
    </FormDialog>
  );
}

function SendWords({ isNew }: { readonly isNew: boolean }) {
  const unsaved = useUnsaved();
  const words = isNew ? "Send" : "Send the next round";
  return unsaved === 0 ? words : `Save and ${words.toLowerCase()}`;
}

function WhatIsSent() {
  const { workspace } = useStudio();
  const latest = useQuery(setQuery(workspace.set)).data?.releases[0]?.version ?? null;
  const files = useStore(workspace.state, (state) => Object.keys(state.files).length);
  const passed = useAnalysis((analysis) => analysis?.tests.filter(({ ok }) => ok).length ?? 0);
  const all = useAnalysis((analysis) => analysis?.tests.length ?? 0);
  const unsaved = useUnsaved();
  const diagnostics = useAnalysis((analysis) => analysis?.diagnostics);
  const errors = diagnostics?.filter(({ severity }) => severity === "error") ?? [];
  const broken = [...new Set(errors.map(({ file }) => file))];
  return (
    <ul className={styles["sent"]}>
      <li>
        The whole draft as it is now, {files} files, {latest === null ? "as a first release" : `against ${latest}`}. It
        can be written on meanwhile.
      </li>
      <li>
        {all === 0 ? "No case tests it yet." : `${passed} of ${all} cases come out as expected.`}
        {all === 0 || passed < all ? " It can be sent so, but not be published." : ""}
      </li>
      {broken.length === 0 ? null : (
        <li>
          {broken.join(" and ")} {broken.length === 1 ? "has" : "have"} a problem, said under Diagnostics. It can be
          sent so, but not be published.
        </li>
      )}
      {unsaved === 0 ? null : (
        <li>
          {unsaved === 1 ? "One file is not saved yet: it is" : `${unsaved} files are not saved yet: they are`} saved
          first.
        </li>
      )}
    </ul>
  );
}

function useUnsaved(): number {
  const { workspace } = useStudio();
  return useStore(workspace.state, ({ files }) => Object.values(files).filter(isUnsaved).length);
}
