import { TextInput } from "@mantine/core";
import { useState } from "react";
import { guidelineOf, nameOf, nothingSaid, type Words } from "./beginning.ts";
import { FormDialog } from "../dialog/index.ts";
import { FirstText } from "./FirstText.tsx";
import styles from "./newSet.module.css";
import { useBeginning } from "./useBeginning.ts";

/** Begins a guideline set with a first guideline that has nothing wrong with it, and opens it. */
export function NewSetDialog({ close }: { readonly close: () => void }) {
  const [words, setWords] = useState(nothingSaid);
  const { begin, busy, problem } = useBeginning();
  const lacks = words.title.trim() === "" || nameOf(words) === "";
  return (
    <FormDialog
      title="New guideline set"
      action="Begin the set"
      lacks={lacks}
      busy={busy}
      problem={problem}
      submit={() => void begin(words)}
      close={close}
    >
      <p className={styles["soft"]}>
        A guideline set is what is tested, reviewed, versioned and published together: guidelines on one topic, and the
        cases they are held against.
      </p>
      <Fields words={words} say={(more) => setWords({ ...words, ...more })} />
      <FirstText title={guidelineOf(words) || "Title of the guideline"} />
    </FormDialog>
  );
}

interface FieldsProps {
  readonly words: Words;
  readonly say: (more: Partial<Words>) => void;
}

function Fields({ words, say }: FieldsProps) {
  return (
    <>
      <TextInput
        data-autofocus
        label="Title"
        description="As it is printed on releases and letters"
        placeholder="Knee surgery"
        maxLength={200}
        value={words.title}
        onChange={({ currentTarget: { value } }) => say({ title: value })}
      />
      <div className={styles["pair"]}>
        <TextInput
          label="Name"
          description="In addresses and file names of releases; it stays"
          placeholder="knee-surgery"
          maxLength={100}
          value={words.name ?? nameOf(words)}
          onChange={({ currentTarget: { value } }) => say({ name: value })}
          onBlur={() => nameOf(words) === "" && say({ name: null })}
        />
        <TextInput
          label="First guideline"
          description="Its title, as its publisher gives it"
          placeholder={words.title.trim() || "Knee arthroscopy"}
          maxLength={200}
          value={words.guideline}
          onChange={({ currentTarget: { value } }) => say({ guideline: value })}
        />
      </div>
    </>
  );
}
