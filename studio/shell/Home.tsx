import { Button, Loader } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense } from "react";
import { useActor } from "../access/index.ts";
import { RequestError, type SetSummary, setQuery, setsQuery } from "../api/index.ts";
import { useShow, useView } from "../session/index.ts";
import { Screen } from "./Screen.tsx";
import { Words } from "../theme/index.ts";
import { Notice } from "./Notice.tsx";
import { PageFrame } from "./Pages.tsx";

const DraftsPage = lazy(() => import("../drafts/index.ts").then((module) => ({ default: module.DraftsPage })));

const NewSetDialog = lazy(() => import("../newSet/index.ts").then((module) => ({ default: module.NewSetDialog })));

/** The set in the address, or the list of all there are. */
export function Home() {
  const { set } = useView();
  return (
    <>
      {set === undefined ? <Drafts /> : <OpenSet key={set} name={set} />}
      <NewSet />
    </>
  );
}

function NewSet() {
  const { dialog } = useView();
  const { may } = useActor();
  const show = useShow();
  if (dialog !== "new set" || !may("author")) return null;
  return (
    <Suspense>
      <NewSetDialog close={() => show({ dialog: undefined })} />
    </Suspense>
  );
}

function Drafts() {
  const sets = useQuery(setsQuery);
  if (sets.isError) return <Unreachable retry={() => void sets.refetch()} />;
  return (
    <PageFrame>
      <Suspense>
        <DraftsPage />
      </Suspense>
    </PageFrame>
  );
}

function OpenSet({ name }: { readonly name: string }) {
  const stored = useQuery(setQuery(name));
  const sets = useQuery(setsQuery);
  if (stored.data !== undefined && isGone(stored.error)) return <RemovedMeanwhile because={stored.error.message} />;
  if (stored.data !== undefined) return <Screen stored={stored.data} online={!stored.isRefetchError} />;
  if (sets.data !== undefined && !sets.data.sets.some((set) => set.name === name))
    return <UnknownSet sets={sets.data.sets} />;
  return stored.isError ? <Unreachable retry={() => void stored.refetch()} /> : <Waiting />;
}

function isGone(error: Error | null): error is RequestError {
  return error instanceof RequestError && error.problem.kind === "refused" && error.problem.status === 404;
}

function Waiting() {
  return (
    <Notice>
      <Loader size="sm" aria-label="Opening the guideline set" />
    </Notice>
  );
}

function Unreachable({ retry }: { readonly retry: () => void }) {
  return (
    <Notice title="The server does not answer">
      <p>Nothing is lost. The studio asks again every few seconds; drafts typed before are kept in this browser.</p>
      <Button onClick={retry}>Ask again</Button>
    </Notice>
  );
}

/** Somebody removed it while it was open here. */
function RemovedMeanwhile({ because }: { readonly because: string }) {
  const show = useShow();
  return (
    <Notice title="This guideline set is gone">
      <p>
        <Words text={because} />
      </p>
      <p>What was typed here and not saved stays in this browser, and is there again when the set is.</p>
      <Button onClick={() => show({ set: undefined, file: undefined, case: undefined })}>Go to the drafts</Button>
    </Notice>
  );
}

function UnknownSet({ sets }: { readonly sets: readonly SetSummary[] }) {
  const show = useShow();
  return (
    <Notice title="No guideline set of this name">
      <p>{sets.length === 0 ? "There is none yet." : "These are here:"}</p>
      {sets.map((set) => (
        <Button key={set.name} variant="default" onClick={() => show({ set: set.name })}>
          {set.title}
        </Button>
      ))}
      <Button variant="subtle" onClick={() => show({ set: undefined, file: undefined, case: undefined })}>
        Go to the drafts
      </Button>
    </Notice>
  );
}
