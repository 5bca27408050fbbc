import { Button, SegmentedControl } from "@mantine/core";
import { useState } from "react";
import { type ReadingForm, readings, useShow } from "../session/index.ts";
import { CloseButton, sentenceCase } from "../theme/index.ts";
import { ReadBackText } from "./ReadBackText.tsx";
import styles from "./readBack.module.css";
import { useReadBack } from "./useReadBack.ts";

interface ReadBackPanelProps {
  readonly path: string;
  readonly form: ReadingForm;
}

/** The guideline as the checker understood it, said back beside its text and following every change of it. */
export function ReadBackPanel({ path, form }: ReadBackPanelProps) {
  const { said, failure } = useReadBack(path, form);
  const show = useShow();
  return (
    <section className={styles["panel"]} aria-label="Read back">
      <div className={styles["tools"]}>
        <SegmentedControl
          size="xs"
          aria-label="Read back as"
          data={readings.map((value) => ({ value, label: sentenceCase(value) }))}
          value={form}
          onChange={(value) => show({ read: readings.find((known) => known === value) })}
        />
        <CopyButton text={said?.text ?? ""} />
        <CloseButton
          label="Close what is read back"
          size={15}
          className={styles["close"]}
          onClick={() => show({ read: undefined })}
        />
      </div>
      {failure === null ? null : (
        <p role="alert" className={styles["failure"]}>
          The guideline could not be read back: {failure}
        </p>
      )}
      {said === null ? <p className={styles["waiting"]}>Reading the guideline</p> : <ReadBackText said={said} />}
    </section>
  );
}

/** Copies what is said, and says whether that worked. */
function CopyButton({ text }: { readonly text: string }) {
  const [copied, setCopied] = useState<{ readonly text: string; readonly words: string } | null>(null);
  const copy = async () => {
    const words = await navigator.clipboard.writeText(text).then(
      () => "Copied",
      () => "Not copied: the browser does not allow it",
    );
    setCopied({ text, words });
  };
  return (
    <>
      <Button size="compact-xs" variant="default" disabled={text === ""} onClick={() => void copy()}>
        Copy
      </Button>
      <output className={styles["copied"]}>{copied?.text === text ? copied.words : ""}</output>
    </>
  );
}
