import { Button, Drawer } from "@mantine/core";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ForRole } from "../access/index.ts";
import { historyQuery, type Revision, revisionQuery } from "../api/index.ts";
import { BothTexts } from "../conflict/index.ts";
import { useFile, useShow, useStudio } from "../session/index.ts";
import { Moment } from "../theme/index.ts";
import styles from "./history.module.css";

/** Who changed the open file and when; each text beside what stands now, and the way back to it. */
export function HistoryDrawer({ path }: { readonly path: string }) {
  const show = useShow();
  const [chosen, setChosen] = useState<Revision | null>(null);
  return (
    <Drawer
      opened
      onClose={() => show({ history: undefined })}
      position="right"
      size="min(1180px, 94vw)"
      title={`History of ${path}`}
    >
      <div className={styles["history"]}>
        <Revisions path={path} chosen={chosen} choose={setChosen} />
        {chosen === null ? (
          <p className={styles["empty"]}>Choose a revision to see what was different.</p>
        ) : (
          <Chosen key={chosen.revision} path={path} chosen={chosen} />
        )}
      </div>
    </Drawer>
  );
}

interface RevisionsProps {
  readonly path: string;
  readonly chosen: Revision | null;
  readonly choose: (revision: Revision) => void;
}

function Revisions({ path, chosen, choose }: RevisionsProps) {
  const { workspace } = useStudio();
  const pages = useInfiniteQuery(historyQuery(workspace.set, path));
  const revisions = pages.data?.pages.flatMap((page) => page.revisions) ?? [];
  if (pages.isError) return <p role="alert">{pages.error.message}</p>;
  if (pages.isSuccess && revisions.length === 0) return <p>Nothing of this file was saved yet.</p>;
  return (
    <nav className={styles["revisions"]} aria-label="Revisions">
      {revisions.map((revision) => (
        <button
          key={revision.revision}
          type="button"
          aria-pressed={revision.revision === chosen?.revision}
          onClick={() => choose(revision)}
        >
          <strong>{authorOf(revision)}</strong>
          <Moment at={revision.at} />
          <span>{revision.sha256 === null ? "Removed the file" : revision.note}</span>
        </button>
      ))}
      {pages.hasNextPage ? (
        <Button variant="subtle" onClick={() => void pages.fetchNextPage()}>
          Earlier revisions
        </Button>
      ) : null}
    </nav>
  );
}

/** What was taken in at the start of the server has nobody's name. */
const authorOf = ({ actor, name }: Revision): string => (actor === "import" ? "Taken in from the folder" : name);

function Chosen({ path, chosen }: { readonly path: string; readonly chosen: Revision }) {
  const { workspace } = useStudio();
  const show = useShow();
  const now = useFile(path, ({ text }) => ({ text }))?.text ?? "";
  const revision = useQuery(revisionQuery(workspace.set, chosen.revision));
  const text = revision.data?.text ?? null;
  if (revision.isError) return <p role="alert">{revision.error.message}</p>;
  if (!revision.isSuccess) return <p>Reading the revision</p>;
  if (text === null) return <p>There is no text of this revision.</p>;
  // As typing it would: Ctrl+Z takes it back, and it is saved over what was looked at.
  const bringBack = () => {
    workspace.edit(path, text);
    void workspace.save(path);
    show({ history: undefined });
  };
  return (
    <section className={styles["chosen"]} aria-label={`Revision ${chosen.revision}`}>
      {text === now ? (
        <p className={styles["empty"]}>This is the text as it stands now.</p>
      ) : (
        <>
          <BothTexts
            left={{ title: `Revision ${chosen.revision}`, text }}
            right={{ title: "Now, as typed", text: now }}
          />
          <ForRole roles={["author"]} doing="Bringing a text back">
            <Button onClick={bringBack}>Bring this text back</Button>
          </ForRole>
        </>
      )}
    </section>
  );
}
