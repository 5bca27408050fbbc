import { useEffect, useState } from "react";
import { useActor } from "../access/index.ts";
import type { StoredSet } from "../api/index.ts";
import { openCaseChanges, type Place, type Studio, StudioProvider, useView } from "../session/index.ts";
import { createStore, openWorkspace } from "../store/index.ts";
import { openAnalyst } from "../worker/index.ts";
import { openProver } from "../worker/proof/index.ts";
import { caseToOpen } from "./defaultView.ts";
import { Frame } from "./Frame.tsx";
import { useLeaveGuard } from "./leaving.ts";

type Parts = Omit<Studio, "online" | "title">;

interface ScreenProps {
  readonly stored: StoredSet;
  readonly online: boolean;
}

/** One guideline set opened by one person, whose it stays when their session ends: they find all as they left it. */
export function Screen(props: ScreenProps) {
  const { id } = useActor();
  const [person, setPerson] = useState(id);
  if (person === null && id !== null) setPerson(id);
  return person === null ? null : <Opened {...props} person={person} />;
}

/** Its workspace and worker live as long as it is on screen. */
function Opened({ stored, online, person }: ScreenProps & { readonly person: string }) {
  const parts = useParts(stored, person);
  useEffect(() => parts?.workspace.mergeListing(stored.files), [parts, stored]);
  useLeaveGuard(parts?.workspace ?? null);
  if (parts === null) return null;
  return (
    <StudioProvider studio={{ ...parts, online, title: stored.title }}>
      <Frame releases={stored.releases} />
    </StudioProvider>
  );
}

/** Opened once with what the server said first; later answers are merged in. */
function useParts(first: StoredSet, person: string): Parts | null {
  const [parts, setParts] = useState<Parts | null>(null);
  const [stored] = useState(first);
  const view = useView();
  const [wanted] = useState(view.case);
  useEffect(() => {
    let closed = false;
    let close = () => {};
    void openWorkspace(stored, person).then((workspace) => {
      if (closed) return;
      const analyst = openAnalyst(workspace);
      const prover = openProver(workspace, analyst);
      close = () => {
        analyst.close();
        prover.close();
      };
      // Before the first request leaves, so that the first answer already tells of the case.
      analyst.openCase(caseToOpen(workspace.state.get().files, wanted));
      const caseChanges = openCaseChanges(workspace, analyst);
      const place = createStore<Place | null>(null);
      const explained = createStore<string | null>(null);
      const wantedFact = createStore<string | null>(null);
      setParts({ workspace, analyst, prover, caseChanges, place, explained, wantedFact });
    });
    return () => {
      closed = true;
      close();
    };
  }, [stored, wanted, person]);
  return parts;
}
