import { useState } from "react";
import { useAnalysis, useStudio, useView } from "../session/index.ts";
import type { OutlineEntry } from "../worker/index.ts";
import { Entry, Section } from "./Entry.tsx";
import styles from "./files.module.css";

const none: readonly OutlineEntry[] = [];

/** What the open guideline declares; each entry jumps to its place in the text. */
export function OutlineList() {
  const { file } = useView();
  const outline = useAnalysis((analysis) => analysis?.guidelines.find(({ path }) => path === file)?.outline ?? none);
  const of = (...kinds: readonly OutlineEntry["kind"][]) => outline.filter(({ kind }) => kinds.includes(kind));
  if (file === undefined || !file.endsWith(".guideline")) return null;
  return (
    <Section title="In this guideline">
      <Folded title="Facts" entries={of("fact")} />
      <Folded title="Scales" entries={of("scale")} />
      <Folded title="Codes" entries={of("code list")} />
      {of("definition", "table").map((entry) => (
        <Jump key={entry.nameSpan.start} entry={entry} />
      ))}
      {of("service").map((entry) => (
        <Jump key={entry.nameSpan.start} entry={entry} />
      ))}
      <Folded title="Recommendations" entries={of("recommendation")} />
      <Folded title="Assumptions" entries={of("assumption", "acceptance")} />
      {of("authority").map((entry) => (
        <Jump key={entry.nameSpan.start} entry={entry} />
      ))}
      <Folded title="Examples" entries={of("example")} />
      {outline.length === 0 ? <li className={styles["empty"]}>Nothing declared yet.</li> : null}
    </Section>
  );
}

function Folded({ title, entries }: { readonly title: string; readonly entries: readonly OutlineEntry[] }) {
  const [open, setOpen] = useState(false);
  if (entries.length === 0) return null;
  return (
    <>
      <Entry count={entries.length} expanded={open} onOpen={() => setOpen(!open)}>
        {title}
      </Entry>
      {open ? entries.map((entry) => <Jump key={entry.nameSpan.start} entry={entry} indent />) : null}
    </>
  );
}

function Jump({ entry, indent }: { readonly entry: OutlineEntry; readonly indent?: boolean }) {
  const { place } = useStudio();
  const { file } = useView();
  const jump = () => place.set(() => (file === undefined ? null : { path: file, start: entry.nameSpan.start }));
  return (
    <Entry indent={indent ?? false} title={`Go to ${entry.name}`} count={formOf(entry)} onOpen={jump}>
      {entry.kind === "recommendation" ? `${entry.name} ${entry.detail}` : entry.name}
    </Entry>
  );
}

/** What a declaration makes where it is no criterion: a score, a table, a schedule, a number. */
function formOf({ kind, detail }: OutlineEntry): string | undefined {
  if (kind === "table") return detail.split(" ")[0];
  if (kind === "authority") return kind;
  return kind === "definition" && detail.startsWith("number") ? "number" : undefined;
}
