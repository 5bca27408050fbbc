import { replaceEqualDeep } from "@tanstack/react-query";
import { type Remote, wrap } from "comlink";
import { createStore, type Files, type Store, type Workspace } from "../store/index.ts";
import type { Case } from "../../engine/values/index.ts";
import type { Analysis, AnalysisNews, StudioWorker } from "./protocol.ts";
import { changesOf, textsDiffer } from "./changes.ts";
import { takeWorker } from "./warm.ts";

export interface AnalystState {
  /** Of the newest text that was finished; `null` before the first. */
  readonly analysis: Analysis | null;
  /** The files as they were when it was asked for: its offsets are into these texts. */
  readonly files: Files;
  readonly working: boolean;
  /** A bug of ours stopped the worker; the text is safe, answers are old. */
  readonly failure: string | null;
}

/** The main thread's end of the worker. */
export interface Analyst {
  readonly state: Store<AnalystState>;
  readonly language: Remote<StudioWorker>;
  readonly openCase: (path: string | null) => void;
  /** Determines a case that is no file of the set beside the open one. */
  readonly openWitness: (of: Case | null) => void;
  /** Resolves when the analysis is of everything typed so far. */
  readonly settled: () => Promise<AnalystState>;
  readonly close: () => void;
}

/**
 * Keeps an analysis of what is typed. One request runs at a time; while it runs, newer texts wait and only the newest
 * is sent, so typing never queues up work.
 */
export function openAnalyst(workspace: Workspace): Analyst {
  const worker = takeWorker();
  const language = wrap<StudioWorker>(worker);
  const state = createStore<AnalystState>({ analysis: null, files: {}, working: true, failure: null });
  let sent: Files = {};
  let openCase: string | null = null;
  let witness: Case | null = null;
  let running = false;
  let waiting = false;

  const run = async () => {
    waiting = false;
    running = true;
    const files = workspace.state.get().files;
    const request = { ...changesOf(sent, files), openCase, witness };
    sent = files;
    try {
      const news = await language.analyse(request);
      state.set(({ analysis }) => ({ analysis: withNews(analysis, news), files, working: waiting, failure: null }));
    } catch (error) {
      sent = {};
      state.set((value) => ({ ...value, working: false, failure: String(error) }));
    }
    running = false;
    if (waiting) void run();
  };
  const want = () => {
    if (waiting) return;
    waiting = true;
    state.set((value) => (value.working ? value : { ...value, working: true }));
    // After the keystroke has been painted: the editor comes first.
    if (!running) setTimeout(() => void run());
  };
  const forget = workspace.state.subscribe(() => {
    if (textsDiffer(sent, workspace.state.get().files)) want();
  });
  want();
  return {
    state,
    language,
    openCase: (path) => {
      if (path === openCase) return;
      openCase = path;
      want();
    },
    openWitness: (of) => {
      if (of === witness) return;
      witness = of;
      want();
    },
    settled: () => whenIdle(state, () => running || waiting),
    close: () => {
      forget();
      worker.terminate();
    },
  };
}

/** The analysis with its changed parts in place; what is equal inside them keeps its identity. */
function withNews(analysis: Analysis | null, news: AnalysisNews): Analysis | null {
  if (Object.keys(news).length === 0) return analysis;
  // The worker's first answer is whole, so that parts are only ever missing when there is an analysis to keep them from.
  return replaceEqualDeep(analysis, { ...analysis, ...news } as Analysis);
}

function whenIdle(state: Store<AnalystState>, busy: () => boolean): Promise<AnalystState> {
  if (!busy()) return Promise.resolve(state.get());
  return new Promise((resolve) => {
    const forget = state.subscribe(() => {
      if (state.get().working) return;
      forget();
      resolve(state.get());
    });
  });
}
