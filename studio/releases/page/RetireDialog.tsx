import { TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { retire } from "../../api/index.ts";
import { SigningDialog } from "../../reviews/signing/index.ts";
import { Day } from "../../theme/index.ts";
import { today } from "../../words/index.ts";
import type { Told } from "./editions.ts";

interface RetireDialogProps {
  readonly set: string;
  readonly edition: Told;
  readonly close: () => void;
}

/** Ends a release, signed and with a reason. */
export function RetireDialog({ set, edition: { version, effectiveFrom, effectiveTo }, close }: RetireDialogProps) {
  const queries = useQueryClient();
  const first = today();
  const [to, setTo] = useState(first);
  return (
    <SigningDialog
      title={`Retire ${version}`}
      meaning={`I retire release ${version}.`}
      action="Sign and retire"
      reason={{ label: "Why", placeholder: "The source withdrew this recommendation.", needed: true }}
      sign={({ reason, credential }) => retire(set, version, { reason, credential, effectiveTo: to })}
      done={() => void queries.invalidateQueries()}
      close={close}
    >
      {to < effectiveFrom ? (
        <p>
          It would begin on <Day of={effectiveFrom} />. Ended before that day it never decides, and the one before goes
          on.
        </p>
      ) : (
        <p>
          What it decided stays as it is. Services after its last day are decided by no release, until another one
          begins: an end never brings an older release back.
        </p>
      )}
      <TextInput
        type="date"
        label={to < effectiveFrom ? "The day on which it ends" : "The last service date it decides"}
        value={to}
        min={first}
        {...(effectiveTo === null ? {} : { max: effectiveTo })}
        onChange={({ currentTarget: { value } }) => setTo(value)}
      />
    </SigningDialog>
  );
}
