import { Button, Modal } from "@mantine/core";
import type { ReactNode } from "react";
import styles from "./formDialog.module.css";

interface FormDialogProps {
  readonly title: string;
  /** What the button says. */
  readonly action: ReactNode;
  /** Whether something that is needed is not said yet. */
  readonly lacks: boolean;
  readonly busy: boolean;
  /** Why it was not done, in words. */
  readonly problem: string | null;
  readonly submit: () => void;
  readonly close: () => void;
  readonly children: ReactNode;
}

/** Something that is asked in a dialog: done, or not now. */
export function FormDialog({ title, action, lacks, busy, problem, submit, close, children }: FormDialogProps) {
  return (
    <Modal opened onClose={close} title={title} size="lg">
      <form
        className={styles["form"]}
        onSubmit={(event) => {
          event.preventDefault();
          if (!lacks && !busy) submit();
        }}
      >
        {children}
        {problem === null ? null : (
          <p role="alert" className={styles["problem"]}>
            {problem}
          </p>
        )}
        <div className={styles["buttons"]}>
          <Button variant="default" onClick={close}>
            Not now
          </Button>
          <Button type="submit" loading={busy} disabled={lacks}>
            {action}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
