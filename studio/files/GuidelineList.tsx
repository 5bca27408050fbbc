import { useAnalysis, useShow, useView } from "../session/index.ts";
import { useNewGuideline } from "./creating.ts";
import { AddButton, Entry, Section } from "./Entry.tsx";
import styles from "./files.module.css";
import { baseName, usePathsOf } from "./kinds.ts";
import { Problems, useProblems, useUnreadable } from "./problems.tsx";

export function GuidelineList() {
  const paths = usePathsOf("guideline");
  const add = useNewGuideline();
  return (
    <Section title="Guidelines" action={<AddButton words="New guideline" add={add} />}>
      {paths.map((path) => (
        <GuidelineEntry key={path} path={path} />
      ))}
      {paths.length === 0 ? (
        <li className={styles["empty"]}>None yet. Add one: it starts with a worked example.</li>
      ) : null}
    </Section>
  );
}

function GuidelineEntry({ path: own }: { readonly path: string }) {
  const view = useView();
  const show = useShow();
  const title = useAnalysis((analysis) => analysis?.guidelines.find(({ path }) => path === own)?.title);
  const errors = useProblems(own);
  const unreadable = useUnreadable(own);
  return (
    <Entry
      current={view.file === own}
      title={own}
      unreadable={unreadable}
      count={errors === 0 ? undefined : <Problems count={errors} />}
      onOpen={() => show({ file: own })}
    >
      {title === undefined || title === "" ? baseName(own) : title}
    </Entry>
  );
}
