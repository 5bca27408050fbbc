import { Loader, Modal } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { rollbackQuery } from "../../api/index.ts";
import { Consequences } from "./Consequences.tsx";
import { RollbackForm } from "./RollbackForm.tsx";
import styles from "./rollback.module.css";

interface RollbackDialogProps {
  readonly set: string;
  readonly version: string;
  readonly latest: string;
  readonly close: () => void;
}

/** Going back to an earlier release: first what that changes for cases, then the way of every other change. */
export function RollbackDialog({ set, version, latest, close }: RollbackDialogProps) {
  const { data, error } = useQuery(rollbackQuery(set, version, latest));
  const progress = data?.progress ?? null;
  const because = error?.message ?? progress?.failure ?? null;
  const comparison = data?.made?.comparison ?? null;
  return (
    <Modal opened onClose={close} title={`Back to ${version}`} size="min(1100px, 92vw)">
      <div className={styles["dialog"]}>
        {because === null ? null : <p role="alert">{because}</p>}
        {comparison === null && because === null ? (
          <p>
            <Loader size="xs" aria-hidden /> <output>{progress?.doing ?? "Asking what that would change"}</output>
          </p>
        ) : null}
        {comparison === null ? null : (
          <>
            <Consequences comparison={comparison} version={version} set={set} />
            <RollbackForm set={set} version={version} next={comparison.version} close={close} />
          </>
        )}
      </div>
    </Modal>
  );
}
