import { TextInput } from "@mantine/core";
import type { StatedValue } from "../../engine/values/index.ts";
import styles from "./facts.module.css";
import { TextValue } from "./TextValue.tsx";
import { useValueCheck } from "./useValueCheck.ts";
import type { ValueFieldProps } from "./asked.ts";
import { ValueProblem } from "./ValueProblem.tsx";

/** A value that is measured or counted: one value, an interval that holds it, or for an age the date of birth. */
export function MeasuredField(field: ValueFieldProps) {
  const { asked, value, change } = field;
  const ways = waysFor(field).filter(({ kind }) => kind !== value.kind);
  return (
    <div className={styles["measured"]}>
      <Said {...field} />
      <p className={styles["ways"]}>
        {ways.map(({ kind, words }) => (
          <button
            key={kind}
            type="button"
            className={styles["link"]}
            aria-label={`${field.label ?? asked.name}: ${words}`}
            onClick={() => change(saidAs(kind, value), false)}
          >
            {words}
          </button>
        ))}
      </p>
    </div>
  );
}

function Said(field: ValueFieldProps) {
  const { value } = field;
  if (value.kind === "interval") return <IntervalFields {...field} interval={value} />;
  if (value.kind === "born") return <BirthField {...field} date={value.date} />;
  return <TextValue {...field} text={value.kind === "text" ? value.text : ""} />;
}

type Way = "text" | "interval" | "born";

/** In how many ways a value of the type may be said. */
function waysFor({ asked }: ValueFieldProps): readonly { readonly kind: Way; readonly words: string }[] {
  const isAge = asked.type?.kind === "age";
  return [
    { kind: "text", words: isAge ? "as an age" : "as one value" },
    { kind: "interval", words: asked.type?.kind === "date" ? "as a time between" : "as a range" },
    ...(isAge ? [{ kind: "born" as const, words: "by date of birth" }] : []),
  ];
}

/** What was typed goes along, where it can. */
function saidAs(kind: Way, value: StatedValue): StatedValue {
  const first = value.kind === "text" ? value.text : value.kind === "interval" ? (value.from ?? value.to ?? "") : "";
  if (kind === "text") return { kind, text: first };
  if (kind === "born") return { kind, date: "" };
  return { kind, from: first === "" ? null : first, to: null };
}

interface IntervalProps extends ValueFieldProps {
  readonly interval: Extract<StatedValue, { kind: "interval" }>;
}

/** The ends of an interval, both within it; an end that is not said is open. */
function IntervalFields({ label, asked, interval, change }: IntervalProps) {
  const { says, problem } = useValueCheck(asked, interval);
  const bound = (name: "from" | "to", words: string) => (
    <TextInput
      size="xs"
      aria-label={label === undefined ? words : `${label}: ${words}`}
      placeholder={name === "from" ? "from, or open" : "to, or open"}
      error={problem !== null}
      value={interval[name] ?? ""}
      onChange={(event) => change({ ...interval, [name]: event.currentTarget.value || null }, true)}
    />
  );
  return (
    <>
      <div className={styles["pair"]}>
        {bound("from", "From")}
        {bound("to", "To")}
      </div>
      {says === null ? null : <p className={styles["says"]}>{says}</p>}
      {problem === null ? null : (
        <p className={styles["wrong"]} role="alert">
          <ValueProblem problem={problem} mend={() => undefined} />
        </p>
      )}
    </>
  );
}

/** A date of birth, in full or in part; below it the age it makes. */
function BirthField({ asked, value, date, change }: ValueFieldProps & { readonly date: string }) {
  const { says, problem } = useValueCheck(asked, value);
  return (
    <TextInput
      className={styles["grow"] ?? ""}
      size="xs"
      aria-label="Date of birth"
      inputWrapperOrder={["input", "description", "error"]}
      placeholder="born, for example 1951-07-23, 1951-07 or 1951"
      description={says}
      error={problem === null ? null : <ValueProblem problem={problem} mend={() => undefined} />}
      errorProps={{ component: "div" }}
      value={date}
      onChange={(event) => change({ kind: "born", date: event.currentTarget.value }, true)}
    />
  );
}
