import { replaceEqualDeep } from "@tanstack/react-query";
import { type Remote, wrap } from "comlink";
import { createStore, type Files, type Store, type Workspace } from "../store/index.ts";
import type { Analysis, AnalysisNews, AnalysisRequest, StudioWorker } from "./protocol.ts";
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
  let running = false;
  let waiting = false;

  const run = async () => {
    waiting = false;
    running = true;
    const files = workspace.state.get().files;
    const request = requestFor(sent, files, openCase);
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

function textsDiffer(sent: Files, files: Files): boolean {
  if (sent === files) return false;
  if (Object.keys(sent).some((path) => files[path] === undefined)) return true;
  return Object.values(files).some((file) => {
    const before = sent[file.path];
    return before?.text !== file.text || before?.base?.text !== file.base?.text;
  });
}

function requestFor(sent: Files, files: Files, openCase: string | null): AnalysisRequest {
  const all = Object.values(files).filter((file) => file.unreadable === null);
  const gone = Object.keys(sent).filter((path) => files[path] === undefined);
  const changed = all.filter((file) => sent[file.path]?.text !== file.text);
  const savedChanged = gone.length > 0 || all.some((file) => sent[file.path]?.base?.text !== file.base?.text);
  return {
    changes: [...changed.map(({ path, text }) => ({ path, text })), ...gone.map((path) => ({ path, text: null }))],
    saved: savedChanged ? all.flatMap(({ path, base }) => (base === null ? [] : [{ path, text: base.text }])) : null,
    openCase,
  };
}
