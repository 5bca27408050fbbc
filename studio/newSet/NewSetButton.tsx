import { Button } from "@mantine/core";
import { useActor } from "../access/index.ts";
import { useShow } from "../session/index.ts";

/** For whoever writes: begins a guideline set. */
export function NewSetButton() {
  const { may } = useActor();
  const show = useShow();
  return may("author") ? <Button onClick={() => show({ dialog: "new set" })}>New guideline set</Button> : null;
}
