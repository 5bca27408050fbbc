import { Button } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { publishRelease, setQuery } from "../api/index.ts";
import { useStudio } from "../session/index.ts";
import { PublishDialog } from "./PublishDialog.tsx";

/** Makes a release of the saved set. Always enabled: when it cannot be, the dialog says why. */
export function PublishButton() {
  const { workspace } = useStudio();
  const [opened, setOpened] = useState(false);
  const queries = useQueryClient();
  const publish = useMutation({
    mutationFn: () => publishRelease(workspace.set),
    onSuccess: () => queries.invalidateQueries(setQuery(workspace.set)),
  });
  const open = () => {
    publish.reset();
    setOpened(true);
  };
  return (
    <>
      <Button onClick={open}>Publish</Button>
      <PublishDialog
        opened={opened}
        close={() => setOpened(false)}
        publish={() => publish.mutate()}
        busy={publish.isPending}
        answer={publish.data ?? null}
      />
    </>
  );
}
