import { problem } from "../diagnostic/index.ts";
import type { Declaration } from "../syntax/index.ts";
import type { AnalysedPart, Neighbours, SharedFile } from "./analysis.ts";
import { borrow, findNeighbour } from "./borrow.ts";
import { type Available, type Borrowed, keysDeclared } from "./borrowed.ts";
import type { Origin } from "./borrowedNames.ts";
import type { Placed } from "./declare.ts";
import { noHeader, readHeader } from "./header.ts";
import { type Base, nameOf } from "./inherited.ts";
import { type Link, linksOf } from "./links.ts";

export interface Taken {
  readonly borrowed: Borrowed;
  readonly used: readonly { readonly link: Link; readonly from: SharedFile }[];
  /** The guideline that this one changes. */
  readonly base: Base | null;
  readonly problems: readonly Placed[];
}

/** What the head of a guideline takes from others, and what is wrong with it. */
export function take(declarations: readonly Declaration[], neighbours: Neighbours): Taken {
  const { links, problems } = linksOf(declarations);
  if (links.length + problems.length === 0) return { ...borrow([], false, new Set()), used: [], base: null };
  const { effective } = headerOf(declarations);
  const found = links.map((link) => ({ link, found: findNeighbour(link, neighbours, effective) }));
  const used = found.flatMap(({ link, found: one }) =>
    "neighbour" in one ? [{ link, from: one.neighbour.analysis }] : [],
  );
  const wrong = found.flatMap(({ link, found: one }) =>
    "wrong" in one ? [{ index: link.index, problem: one.wrong }] : [],
  );
  const base = used.find(({ link }) => link.kind === "changes") ?? null;
  const names = new Set(declarations.flatMap((declaration) => nameOf(declaration) ?? []));
  const taken = borrow(used, problems.length + wrong.length > 0, names);
  return { borrowed: taken.borrowed, used, base, problems: [...problems, ...wrong, ...taken.problems] };
}

function headerOf(declarations: readonly Declaration[]): typeof noHeader {
  const head = declarations.find((declaration) => declaration.kind === "guideline");
  return head ? readHeader(head).header : noHeader;
}

/** The files and titles of what is taken, each once. */
export function lenders(rests: readonly Available[], used: Taken["used"]): readonly Origin[] {
  const named = used.map(({ from }) => ({ file: from.source.name, title: from.value.title }));
  const all = [...named, ...rests.map(({ file, title }) => ({ file, title }))];
  return [...new Map(all.map((one) => [one.file, one])).values()];
}

/** What a taken name rests on without being taken itself may be called as something here. */
export function hiddenClashes(
  parts: readonly AnalysedPart[],
  rests: readonly Available[],
  { used, borrowed: taken }: Taken,
): readonly Placed[] {
  if (rests.length === 0) return [];
  const own = new Set(parts.flatMap(({ resolved }) => keysDeclared(resolved)));
  return rests.flatMap(({ resolved, title, file }) =>
    keysDeclared(resolved)
      .filter((key) => own.has(key) && !taken.origins.has(key))
      .flatMap((key) => {
        const through = used.find(({ from }) => from.source.name === file) ?? used[0];
        return through === undefined ? [] : [{ index: through.link.index, problem: hidden(through.link, key, title) }];
      }),
  );
}

function hidden({ titleSpan }: Link, key: string, title: string): Placed["problem"] {
  return problem(
    "E0524",
    titleSpan,
    `What is taken here rests on \`${key}\` of \`${title}\`, and something else is called so in this file.`,
    {
      hint: `Give \`${key}\` of this file another name, or use that of \`${title}\` instead.`,
    },
  );
}
