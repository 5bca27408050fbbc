import { ActionIcon } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useAnalysis, useShow, useStudio, useView } from "../session/index.ts";
import type { Workspace } from "../store/index.ts";
import { Entry, Section } from "./Entry.tsx";
import styles from "./files.module.css";
import { baseName, usePathsOf } from "./kinds.ts";
import { firstGuideline } from "./starters.ts";

export function GuidelineList() {
  const paths = usePathsOf("guideline");
  const { workspace } = useStudio();
  const show = useShow();
  const add = () => show({ file: createGuideline(workspace) });
  return (
    <Section title="Guidelines" action={<AddButton add={add} />}>
      {paths.map((path) => (
        <GuidelineEntry key={path} path={path} />
      ))}
      {paths.length === 0 ? (
        <li className={styles["empty"]}>None yet. Add one: it starts with a worked example.</li>
      ) : null}
    </Section>
  );
}

function AddButton({ add }: { readonly add: () => void }) {
  return (
    <ActionIcon size="sm" variant="subtle" color="gray" aria-label="New guideline" title="New guideline" onClick={add}>
      <IconPlus size={14} style={{ color: "var(--soft)" }} aria-hidden />
    </ActionIcon>
  );
}

function GuidelineEntry({ path: own }: { readonly path: string }) {
  const view = useView();
  const show = useShow();
  const title = useAnalysis((analysis) => analysis?.guidelines.find(({ path }) => path === own)?.title);
  const errors = useAnalysis((analysis) => errorsIn(analysis?.diagnostics ?? [], own));
  return (
    <Entry
      current={view.file === own}
      title={own}
      count={errors === 0 ? undefined : <ErrorCount errors={errors} />}
      onOpen={() => show({ file: own })}
    >
      {title === undefined || title === "" ? baseName(own) : title}
    </Entry>
  );
}

function ErrorCount({ errors }: { readonly errors: number }) {
  return (
    <span className={styles["errors"]}>
      {errors}
      <span className="visually-hidden"> {errors === 1 ? "problem" : "problems"}</span>
    </span>
  );
}

function errorsIn(diagnostics: readonly { readonly file: string; readonly severity: string }[], path: string): number {
  return diagnostics.filter((diagnostic) => diagnostic.file === path && diagnostic.severity === "error").length;
}

/** A new guideline beside the others, with the worked example as its text. */
function createGuideline(workspace: Workspace): string {
  const taken = workspace.state.get().files;
  let path = "new.guideline";
  for (let number = 2; taken[path] !== undefined; number += 1) path = `new-${number}.guideline`;
  workspace.create(path, "guideline", firstGuideline);
  return path;
}
