import { Button } from "@mantine/core";
import { useState } from "react";
import { useActor } from "../../access/index.ts";
import { today } from "../../words/index.ts";
import type { Told } from "./editions.ts";
import styles from "./releases.module.css";
import { RetireDialog } from "./RetireDialog.tsx";
import { RollbackDialog } from "./RollbackDialog.tsx";

interface ActionsProps {
  readonly set: string;
  readonly edition: Told;
  readonly latest: string;
}

/** What can be done with a release, by those who may; for others, who may. */
export function Actions({ set, edition, latest }: ActionsProps) {
  const { may } = useActor();
  const [asked, setAsked] = useState<"roll back" | "retire" | null>(null);
  const close = () => setAsked(null);
  const { version, effectiveTo } = edition;
  const isOver = effectiveTo !== null && effectiveTo <= today();
  const others = [
    ...(!may("author") && version !== latest ? ["An author can go back to it."] : []),
    ...(!may("publisher") && !isOver ? ["A publisher can retire it."] : []),
  ];
  return (
    <div className={styles["actions"]}>
      {may("author") && version !== latest ? (
        <Button variant="default" size="compact-sm" onClick={() => setAsked("roll back")}>
          Roll back to {version}
        </Button>
      ) : null}
      {may("publisher") && !isOver ? (
        <Button variant="default" size="compact-sm" onClick={() => setAsked("retire")}>
          Retire {version}
        </Button>
      ) : null}
      {others.length === 0 ? null : <p className={styles["soft"]}>{others.join(" ")}</p>}
      {asked === "roll back" ? <RollbackDialog set={set} version={version} latest={latest} close={close} /> : null}
      {asked === "retire" ? <RetireDialog set={set} edition={edition} close={close} /> : null}
    </div>
  );
}
