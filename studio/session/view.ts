import { useNavigate, useSearch } from "@tanstack/react-router";
import { useCallback } from "react";

export const caseTabs = ["why", "facts", "letter", "decision"] as const;
export type CaseTab = (typeof caseTabs)[number];

export const panes = ["files", "editor", "case", "tests"] as const;
export type Pane = (typeof panes)[number];

/** How the open guideline is read back beside its text. */
export const readings = ["sentences", "outline"] as const;
export type ReadingForm = (typeof readings)[number];

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
  });
}

type Loose<T> = { readonly [K in keyof T]?: T[K] | undefined };

function definedOnly(view: Loose<View>): View {
  return Object.fromEntries(Object.entries(view).filter(([, value]) => value !== undefined));
}

export function useView(): View {
  return readView(useSearch({ strict: false }));
}

/** Changes the address. A new file or case is a step of the browser's history; tabs and panes are not. */
export function useShow(): (change: Loose<View>) => void {
  const navigate = useNavigate();
  return useCallback(
    (change) => {
      const step = change.file !== undefined || change.case !== undefined || change.set !== undefined;
      const search = (before: Readonly<Record<string, unknown>>) => definedOnly({ ...readView(before), ...change });
      void navigate({ to: "/", search: search, replace: !step });
    },
    [navigate],
  );
}
