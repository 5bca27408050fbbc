import type { CaseEntry, StatedValue } from "../../engine/values/index.ts";

/** A stated value in words: `yes`, `from 55 to 57 mmHg`, `failed, 6 weeks`. */
export function valueText(value: StatedValue): string {
  if (value.kind === "text") return value.text;
  if (value.kind === "born") return `born ${value.date}`;
  const span = [value.from === null ? "" : `from ${value.from}`, value.to === null ? "" : `to ${value.to}`]
    .filter(Boolean)
    .join(" ");
  if (value.kind === "interval") return span;
  return [value.response, value.duration, span === "" ? null : span].filter((part) => part !== null).join(", ");
}

/** `activity: rest, PO2: 57 mmHg` */
export function entryText({ fields }: CaseEntry): string {
  return fields.map(({ field, value }) => `${field}: ${valueText(value)}`).join(", ");
}
