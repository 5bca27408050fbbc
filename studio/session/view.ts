import { useNavigate, useSearch } from "@tanstack/react-router";
import { useCallback } from "react";

export const caseTabs = ["why", "facts", "letter", "decision", "editions"] as const;
export type CaseTab = (typeof caseTabs)[number];

export const panes = ["files", "editor", "case", "tests"] as const;
export type Pane = (typeof panes)[number];

/** How the open guideline is read back beside its text. */
export const readings = ["sentences", "outline"] as const;
export type ReadingForm = (typeof readings)[number];

/** What may lie over the panes, each with a question of its own. */
export const screens = ["board", "compare", "suggestions"] as const;
export type ScreenName = (typeof screens)[number];

/** Which entries of the proof board are listed. */
export const boardStates = ["found", "open", "accepted", "proved"] as const;

/** What stands beside the lines of the text: the open case's answers unless something else is wanted. */
export const marks = ["coverage"] as const;

/** Whose history is shown. */
const histories = ["file"] as const;

/** A dialog over the panes. */
const dialogs = ["send", "new set"] as const;

/** What is on screen, as the address holds it, so that a view can be shared and survives a reload. */
export interface View {
  readonly set?: string;
  readonly file?: string;
  readonly case?: string;
  readonly tab?: CaseTab;
  /** The pane that has the whole screen. */
  readonly wide?: Pane;
  /** Whether the guideline is read back, and how. */
  readonly read?: ReadingForm;
  readonly view?: ScreenName;
  /** The case shown in the case pane that is no file of the set, by the id of what it shows. */
  readonly witness?: string;
  /** The entries listed on the proof board; left out: all. */
  readonly state?: (typeof boardStates)[number];
  /** The release compared with; left out: what is saved. */
  readonly against?: string;
  readonly marks?: (typeof marks)[number];
  /** Whether the history of the open file is shown. */
  readonly history?: (typeof histories)[number];
  readonly dialog?: (typeof dialogs)[number];
}

/** Reads an address; what it does not understand is left out. */
export function readView(search: Readonly<Record<string, unknown>>): View {
  const word = (name: string) => (typeof search[name] === "string" ? search[name] : undefined);
  const one = <T extends string>(name: string, of: readonly T[]) => of.find((value) => value === search[name]);
  return definedOnly({
    set: word("set"),
    file: word("file"),
    case: word("case"),
    tab: one("tab", caseTabs),
    wide: one("wide", panes),
    read: one("read", readings),
    view: one("view", screens),
    witness: word("witness"),
    state: one("state", boardStates),
    against: word("against"),
    marks: one("marks", marks),
    history: one("history", histories),
    dialog: one("dialog", dialogs),
  });
}

type Loose<T> = { readonly [K in keyof T]?: T[K] | undefined };

function definedOnly(view: Loose<View>): View {
  return Object.fromEntries(Object.entries(view).filter(([, value]) => value !== undefined));
}

export function useView(): View {
  return readView(useSearch({ strict: false }));
}

/** A file takes the place of a screen; a case of the set that of one that only shows something; another set that of both. */
function leaving({ file, case: of, set }: Loose<View>): Loose<View> {
  return {
    ...(file === undefined ? {} : { view: undefined }),
    ...(of === undefined ? {} : { witness: undefined }),
    ...(set === undefined ? {} : { witness: undefined, against: undefined }),
  };
}

const stepsOfHistory = ["file", "case", "set", "view", "witness"] as const;

/** Changes the address. A new file, case or screen is a step of the browser's history; tabs and panes are not. */
export function useShow(): (change: Loose<View>) => void {
  const navigate = useNavigate();
  return useCallback(
    (change) => {
      const step = stepsOfHistory.some((name) => change[name] !== undefined);
      const shown = { ...leaving(change), ...change };
      const search = (before: Readonly<Record<string, unknown>>) => definedOnly({ ...readView(before), ...shown });
      void navigate({ to: "/", search: search, replace: !step });
    },
    [navigate],
  );
}
