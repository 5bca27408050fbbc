import { Button, TextInput } from "@mantine/core";
import { useState } from "react";
import { useStudio } from "../session/index.ts";
import type { TestedCase } from "../worker/index.ts";
import styles from "./accept.module.css";

/** Expectations that nobody gave, until a person names what each rests on. */
export function FilledIn({ test }: { readonly test: TestedCase }) {
  return test.filledIn.map((one) => <OneFilledIn key={one.change.index} path={test.path} filled={one} />);
}

function OneFilledIn({ path, filled }: { readonly path: string; readonly filled: TestedCase["filledIn"][number] }) {
  const { caseChanges } = useStudio();
  const [naming, setNaming] = useState(false);
  const [source, setSource] = useState("");
  const { of: subject, because } = filled;
  const name = () => {
    if (source.trim() === "") return;
    void caseChanges.change(path, { ...filled.change, source: source.trim() }, `the source for ${subject}`);
  };
  return (
    <div className={styles["filled"]}>
      <span>
        Filled in by the engine: “{because}”{" "}
        {naming ? null : (
          <button type="button" onClick={() => setNaming(true)}>
            Name the source
          </button>
        )}
      </span>
      {naming ? (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            name();
          }}
        >
          <TextInput
            size="xs"
            data-autofocus
            aria-label={`Source for ${subject}`}
            placeholder="Dr. Example, by ACOEM chapter 8, page 178"
            value={source}
            onChange={({ currentTarget: { value } }) => setSource(value)}
          />
          <Button size="compact-sm" type="submit" disabled={source.trim() === ""}>
            This is the source
          </Button>
        </form>
      ) : null}
    </div>
  );
}
