import type { Board, BoardEntry, BoardState } from "../worker/proof/index.ts";

export type Boards = Readonly<Record<string, Board>>;

export type Counts = Readonly<Record<BoardState | "all", number>>;

export function countsOf(boards: Boards): Counts {
  const entries = Object.values(boards).flatMap((board) => board.entries);
  const count = (state: BoardState) => entries.filter((entry) => entry.state === state).length;
  return {
    all: entries.length,
    found: count("found"),
    open: count("open"),
    accepted: count("accepted"),
    proved: count("proved"),
  };
}

export interface Subject {
  readonly name: string;
  readonly entries: readonly BoardEntry[];
}

/** What was asked of each criterion, in the order of the text; those of which something is told stand first. */
export function subjectsOf(entries: readonly BoardEntry[]): readonly Subject[] {
  const groups = new Map<string, BoardEntry[]>();
  for (const entry of entries.toSorted((a, b) => a.span.start - b.span.start)) {
    const group = groups.get(entry.subject);
    if (group === undefined) groups.set(entry.subject, [entry]);
    else group.push(entry);
  }
  const subjects = [...groups].map(([name, all]) => ({ name, entries: all }));
  return [...subjects.filter(isTold), ...subjects.filter((subject) => !isTold(subject))];
}

/** Whether there is anything to look at. */
export function isTold({ entries }: Pick<Subject, "entries">): boolean {
  return entries.some(({ state }) => state === "found" || state === "open");
}

export const stateWords: Readonly<Record<BoardState, string>> = {
  found: "found",
  open: "not proved",
  accepted: "kept with a reason",
  proved: "proved",
};

/** `1 question`, `3 questions` */
export function counted(count: number, one: string, many: string = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
