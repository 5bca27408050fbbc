import { Button, FileInput } from "@mantine/core";
import { useState } from "react";
import type { Candidate } from "../api/index.ts";
import { useFile, useView } from "../session/index.ts";
import styles from "./candidates.module.css";
import { useDecidedHere } from "./decidedHere.ts";
import { useMaking } from "./making.ts";

interface MakeCaseProps {
  readonly candidate: Candidate;
  readonly close: () => void;
}

/** Asks for what the server does not keep: the case, and the record with the reason. */
export function MakeCase({ candidate, close }: MakeCaseProps) {
  const here = useDecidedHere(candidate.id);
  const view = useView();
  const open = useFile(view.case, ({ text }) => ({ text }))?.text ?? null;
  const [caseFile, setCaseFile] = useState<File | null>(null);
  const [recordFile, setRecordFile] = useState<File | null>(null);
  const { make, problem, busy } = useMaking(candidate, close);
  const needsCase = !candidate.caseKept && here === null;
  const needsRecord = candidate.reason === null && here === null;
  const isReady =
    (!needsCase || caseFile !== null || open !== null) &&
    (!needsRecord || recordFile !== null || candidate.service !== null);
  const submit = async () => {
    const given = needsCase ? ((await caseFile?.text()) ?? open) : (here?.caseText ?? null);
    const record = needsRecord ? ((await recordFile?.text()) ?? null) : (here?.record ?? null);
    await make(given, record);
  };
  return (
    <form
      className={styles["make"]}
      aria-label="Make it a case"
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady && !busy) void submit();
      }}
    >
      {needsCase ? (
        <FileInput
          label="The case file"
          description="The server does not store it; its digest must be the one above."
          accept=".yaml,.yml,.json"
          clearable
          placeholder={open === null ? "Choose the file" : `The open case, ${view.case}`}
          value={caseFile}
          onChange={setCaseFile}
        />
      ) : null}
      {needsRecord ? (
        <FileInput
          label="The decision record"
          description={
            candidate.service === null
              ? "It names the service, and why it was decided so."
              : "Without it the case does not say why it was decided so."
          }
          accept=".json"
          clearable
          placeholder="Choose the file"
          value={recordFile}
          onChange={setRecordFile}
        />
      ) : null}
      {problem === null ? null : (
        <p role="alert" className={styles["problem"]}>
          {problem}
        </p>
      )}
      <Button type="submit" loading={busy} disabled={!isReady}>
        Make it a case
      </Button>
    </form>
  );
}
