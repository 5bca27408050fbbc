import { NativeSelect, SegmentedControl } from "@mantine/core";
import type { Asked, ValueFieldProps } from "./asked.ts";

/** A value that is one of a few: yes or no side by side, the others in a list. */
export function ChoiceField({
  label = "Value",
  optional = false,
  asked,
  text,
  change,
}: ValueFieldProps & { readonly text: string }) {
  const say = (next: string) => change({ kind: "text", text: next }, false);
  const options = optionsOf(asked);
  if (asked.type?.kind === "yes or no" && !optional && options.includes(text))
    return <SegmentedControl size="xs" aria-label={label} data={[...options]} value={text} onChange={say} />;
  const known = options.includes(text) ? [...(optional ? [""] : []), ...options] : [text, ...options];
  return (
    <NativeSelect
      size="xs"
      aria-label={label}
      data={known.map((each) => ({ value: each, label: each === "" ? "not said" : each }))}
      value={text}
      onChange={(event) => say(event.currentTarget.value)}
    />
  );
}

function optionsOf({ type, orNone }: Asked): readonly string[] {
  const none = orNone ? ["none"] : [];
  if (type?.kind === "yes or no") return ["yes", "no", ...none];
  if (type?.kind === "one of") return [...type.options, ...none];
  return type?.kind === "scale" ? [...type.grades, ...none] : none;
}
