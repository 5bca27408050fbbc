import { useAnalysis, useShow, useView } from "../session/index.ts";
import { Sign } from "../theme/index.ts";
import type { TestedCase } from "../worker/index.ts";
import { Entry, Section } from "./Entry.tsx";
import styles from "./files.module.css";
import { baseName, usePathsOf } from "./kinds.ts";

const none: readonly TestedCase[] = [];

/** The set's cases, each with whether it comes out as expected. */
export function CaseList() {
  const paths = usePathsOf("case");
  return (
    <Section title="Cases">
      {paths.map((path) => (
        <CaseEntry key={path} path={path} />
      ))}
      {paths.length === 0 ? (
        <li className={styles["empty"]}>
          None yet. Copy a file of <code>california-mtus/cases</code> into this set&apos;s <code>cases</code> folder to
          begin.
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
  const failing = own.some((test) => !test.ok);
  return (
    <Entry
      current={view.case === path}
      title={`${path}${own.length === 0 ? "" : failing ? ": not as expected" : ": as expected"}`}
      sign={own.length === 0 ? undefined : <Sign tone={failing ? "not-met" : "met"} />}
      onOpen={() => show({ case: path })}
    >
      {title === undefined || title === "" ? baseName(path) : title}
      <span className="visually-hidden">{own.length === 0 ? "" : failing ? " not as expected" : " as expected"}</span>
    </Entry>
  );
}
