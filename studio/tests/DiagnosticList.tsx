import type { Diagnostic } from "../../dsl/index.ts";
import { useAnalysis, useShow, useStudio } from "../session/index.ts";
import { Words } from "../theme/index.ts";
import styles from "./consequence.module.css";

const none: readonly Diagnostic[] = [];
const signs = { error: "Problem", warning: "Warning", hint: "Hint" } as const;

/** Everything there is to say about the text, worst first; opening one goes to its place. */
export function DiagnosticList() {
  const diagnostics = useAnalysis((analysis) => analysis?.diagnostics ?? none);
  const ready = useAnalysis((analysis) => analysis !== null);
  const errors = diagnostics.filter(({ severity }) => severity === "error").length;
  return (
    <section className={styles["column"]} aria-label="Diagnostics">
      <h2>Diagnostics</h2>
      {diagnostics.length === 0 ? (
        <p className={styles["quiet"]}>
          {ready ? "Nothing to say: every name is known and every line has one meaning." : "Reading the text"}
        </p>
      ) : (
        <p className={styles["figure"]}>
          <strong>{errors === 0 ? diagnostics.length : errors}</strong>{" "}
          {errors === 0 ? "to look at" : errors === 1 ? "problem" : "problems"}
        </p>
      )}
      <ul className={styles["list"]}>
        {diagnostics.slice(0, 200).map((diagnostic) => (
          <DiagnosticEntry
            key={`${diagnostic.file} ${diagnostic.span.start} ${diagnostic.code} ${diagnostic.message}`}
            diagnostic={diagnostic}
          />
        ))}
      </ul>
    </section>
  );
}

function DiagnosticEntry({ diagnostic }: { readonly diagnostic: Diagnostic }) {
  const show = useShow();
  const { place } = useStudio();
  const go = () => {
    show({ file: diagnostic.file, wide: undefined });
    place.set(() => ({ path: diagnostic.file, start: diagnostic.span.start, end: diagnostic.span.end }));
  };
  return (
    <li>
      <button type="button" data-severity={diagnostic.severity} onClick={go}>
        <span className={styles["severity"]}>
          {signs[diagnostic.severity]} {diagnostic.code}
        </span>
        <span>
          <Words text={diagnostic.message} /> <span className={styles["soft"]}>{diagnostic.file}</span>
        </span>
      </button>
    </li>
  );
}
