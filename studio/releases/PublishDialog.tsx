import { Button, Modal } from "@mantine/core";
import { type Outcome, type Problem, problemText, type Release } from "../api/index.ts";
import { useAnalysis, useShow, useStudio } from "../session/index.ts";
import { isUnsaved, useStore } from "../store/index.ts";
import type { TestedCase } from "../worker/index.ts";
import styles from "./releases.module.css";

interface PublishDialogProps {
  readonly opened: boolean;
  readonly close: () => void;
  readonly publish: () => void;
  readonly busy: boolean;
  readonly answer: Outcome<Release> | null;
}

export function PublishDialog(props: PublishDialogProps) {
  return (
    <Modal opened={props.opened} onClose={props.close} title="Publish this guideline set" size="lg">
      <div className={styles["dialog"]}>
        {props.answer?.ok === true ? <Published release={props.answer.value} /> : <Readiness {...props} />}
      </div>
    </Modal>
  );
}

function Published({ release }: { readonly release: Release }) {
  return (
    <div aria-live="polite" className={styles["dialog"]}>
      <p>
        <strong>{release.version}</strong> is published, with {release.cases.passed} cases as expected. It will not
        change again.
      </p>
      <p>
        Digest <code>{release.digest}</code>
      </p>
    </div>
  );
}

const none: readonly TestedCase[] = [];

function Readiness({ close, publish, busy, answer }: PublishDialogProps) {
  const { workspace } = useStudio();
  const unsaved = useStore(workspace.state, ({ files }) => Object.values(files).filter(isUnsaved).length);
  const tests = useAnalysis((analysis) => analysis?.tests ?? none);
  const failing = tests.filter((test) => !test.ok);
  return (
    <>
      <p>
        A release holds the sources, the cases and a digest of each file. The version is computed from the meaning,
        never typed.
      </p>
      {failing.length === 0 ? null : <Failing failing={failing} />}
      {unsaved === 0 ? null : <p>What is typed is not saved yet; a release is made of the saved files.</p>}
      {answer?.ok === false ? <Refused problem={answer.problem} /> : null}
      <div className={styles["buttons"]}>
        <Button variant="default" onClick={close}>
          Not now
        </Button>
        {unsaved === 0 ? (
          <Button loading={busy} onClick={publish}>
            Publish
          </Button>
        ) : (
          <Button onClick={() => void workspace.saveAll()}>Save first</Button>
        )}
      </div>
    </>
  );
}

function Failing({ failing }: { readonly failing: readonly TestedCase[] }) {
  const show = useShow();
  return (
    <>
      <p>
        A set with a failing case is refused. {failing.length === 1 ? "This case is" : "These cases are"} not as
        expected:
      </p>
      <ul>
        {failing.map((test) => (
          <li key={test.id}>
            <button type="button" className={styles["link"]} onClick={() => show({ case: test.path })}>
              {test.title}
            </button>
            {test.differences.map((difference) => (
              <p key={`${difference.of} ${difference.expected}`}>
                {difference.of}: expected {difference.expected}, comes out <strong>{difference.actual}</strong>
              </p>
            ))}
          </li>
        ))}
      </ul>
    </>
  );
}

function Refused({ problem }: { readonly problem: Problem }) {
  const failures = problem.kind === "not publishable" ? problem.failures : [];
  const diagnostics = problem.kind === "not publishable" ? problem.diagnostics : [];
  return (
    <div role="alert" className={styles["dialog"]}>
      <p>
        <strong>Not published.</strong> {problemText(problem)}
      </p>
      <ul>
        {failures.map((failure) => (
          <li key={failure.case}>
            {failure.case}: expected {failure.expected}, comes out {failure.actual}.
          </li>
        ))}
        {diagnostics.map((diagnostic) => (
          <li key={`${diagnostic.file} ${diagnostic.line} ${diagnostic.message}`}>
            {diagnostic.file}, line {diagnostic.line}: {diagnostic.message}
          </li>
        ))}
      </ul>
    </div>
  );
}
