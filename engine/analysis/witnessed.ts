import type { Guideline } from "../../dsl/index.ts";
import type { GuidelineProgram } from "../ir/index.ts";
import type { Assignment, NodeId, Space } from "../logic/index.ts";
import type { Case } from "../values/index.ts";
import { type Attempt, realise, type Replay, replay, type Search, search } from "../witness/index.ts";

/** What a witness has to show when the interpreter replays it. */
export type Claim = (replayed: Replay) => boolean;

/** Makes a case of which a node is true, whatever it leaves open, and replays it. `open`: quantities to be left undocumented. */
export type Shows = (space: Space, node: NodeId, claim: Claim, open?: readonly string[]) => Search<Case>;

/** Shows cases of one guideline that ask for one of its services. */
export function showing(guideline: Guideline, program: GuidelineProgram, service: string, title: string): Shows {
  return (space, node, claim, open = []) => {
    const attempt = (assignment: Assignment): Attempt<Case> => {
      const wanted = new Map([...assignment].filter(([id]) => !open.includes(id)));
      const request = { id: "witness", title, summary: "", service };
      const made = realise([{ guideline, program, wanted, open: new Set(open) }], request);
      if (made.kind === "impossible")
        return { kind: "impossible", quantities: made.quantities.map(({ quantity }) => quantity), proved: made.proved };
      return claim(replay(guideline, program, made.case)) ? { kind: "shown", shown: made.case } : { kind: "not shown" };
    };
    return search(space, node, attempt);
  };
}
