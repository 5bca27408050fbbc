import { useProofs, useShow, useView } from "../session/index.ts";
import { Entry, Section } from "./Entry.tsx";

/** What holds whatever a case says: the board, what the draft changes, and the cases that are missing. */
export function ProofEntries({ latest }: { readonly latest: string | null }) {
  const { view } = useView();
  const show = useShow();
  return (
    <Section title="Set">
      <Entry
        current={view === "board"}
        count={useBoardCount()}
        onOpen={() => show({ view: "board", state: undefined })}
      >
        Proof board
      </Entry>
      <Entry
        current={view === "compare"}
        onOpen={() => show({ view: "compare", against: latest ?? undefined, witness: undefined })}
      >
        {latest === null ? "Compare with what is saved" : `Compare with ${latest}`}
      </Entry>
      <Entry current={view === "suggestions"} onOpen={() => show({ view: "suggestions" })}>
        Suggested cases
      </Entry>
    </Section>
  );
}

/** `2 found`, else `1 open`; nothing while there is nothing to look at. */
function useBoardCount(): string | undefined {
  return useProofs(({ boards }) => {
    const entries = Object.values(boards).flatMap((board) => board.entries);
    const found = entries.filter(({ state }) => state === "found").length;
    const open = entries.filter(({ state }) => state === "open").length;
    if (found > 0) return `${found} found`;
    return open > 0 ? `${open} open` : undefined;
  });
}
