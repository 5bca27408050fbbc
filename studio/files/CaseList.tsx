import { Button } from "@mantine/core";
import { useAnalysis, useShow, useView } from "../session/index.ts";
import { Sign } from "../theme/index.ts";
import type { TestedCase } from "../worker/index.ts";
import { useNewCase } from "./creating.ts";
import { AddButton, Entry, Section } from "./Entry.tsx";
import styles from "./files.module.css";
import { baseName, usePathsOf } from "./kinds.ts";
import { Problems, useProblems, useUnreadable } from "./problems.tsx";

const none: readonly TestedCase[] = [];

/** The set's cases, each with whether it comes out as expected. */
export function CaseList() {
  const paths = usePathsOf("case");
  const add = useNewCase();
  return (
    <Section title="Cases" action={<AddButton words="New case" add={add} />}>
      {paths.map((path) => (
        <CaseEntry key={path} path={path} />
      ))}
      {paths.length === 0 ? (
        <li className={styles["empty"]}>
          A case holds what one record documents, and shows at once what the guidelines say of it.
          <Button size="compact-sm" variant="default" onClick={add}>
            Begin a case
          </Button>
        </li>
      ) : null}
    </Section>
  );
}

function CaseEntry({ path }: { readonly path: string }) {
  const view = useView();
  const show = useShow();
  const title = useAnalysis((analysis) => analysis?.cases.find((entry) => entry.path === path)?.title);
  const tests = useAnalysis((analysis) => analysis?.tests ?? none);
  const own = tests.filter((test) => test.path === path);
  const expected = own.length === 0 ? null : own.some((test) => !test.ok) ? "not as expected" : "as expected";
  const errors = useProblems(path);
  const unreadable = useUnreadable(path);
  return (
    <Entry
      current={view.case === path}
      title={expected === null ? path : `${path}: ${expected}`}
      unreadable={unreadable}
      sign={
        expected === null ? (
          <span className={styles["noSign"]} />
        ) : (
          <Sign tone={expected === "as expected" ? "met" : "not-met"} />
        )
      }
      count={errors === 0 ? undefined : <Problems count={errors} />}
      onOpen={() => show(unreadable === null ? { case: path } : { file: path })}
    >
      {title === undefined || title === "" ? baseName(path) : title}
      <span className="visually-hidden">{expected === null ? "" : ` ${expected}`}</span>
    </Entry>
  );
}
