import { Button, TextInput } from "@mantine/core";
import { useState } from "react";
import { useStudio } from "../session/index.ts";
import type { ExpectedInstead, TestedCase } from "../worker/index.ts";
import styles from "./accept.module.css";

/** Expectations that nobody gave, until a person names what each rests on. */
export function FilledIn({ test }: { readonly test: TestedCase }) {
  return test.filledIn.map((one) => <OneFilledIn key={one.index} path={test.path} of={one} />);
}

function OneFilledIn({ path, of }: { readonly path: string; readonly of: ExpectedInstead }) {
  const { caseChanges } = useStudio();
  const [naming, setNaming] = useState(false);
  const [source, setSource] = useState("");
  const { index, service, expect } = of;
  const name = () => {
    if (source.trim() === "") return;
    const { filledInBy: _, place: __, ...said } = expect;
    const change = { kind: "expectation" as const, index, expect: { ...said, source: source.trim() } };
    void caseChanges.change(path, change, `the source for ${service}`);
  };
  return (
    <div className={styles["filled"]}>
      <span>
        Filled in by the engine: “{expect.source}”{" "}
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
            aria-label={`Source for ${service}`}
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
