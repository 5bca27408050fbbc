import { proxy, type Remote, wrap } from "comlink";
import { createStore, type Files, type Store, type Workspace } from "../../store/index.ts";
import type { Analyst } from "../analyst.ts";
import { changesOf, textsDiffer } from "../changes.ts";
import { withNews } from "./news.ts";
import { nothing } from "./nothing.ts";
import type { ProofNews, Proofs, ProofWorker, Wants } from "./protocol.ts";

export interface ProverState {
  readonly proofs: Proofs;
  /** Whether what is typed by now is still being worked on. */
  readonly working: boolean;
}

/** The main thread's end of the worker that proves. */
export interface Prover {
  readonly state: Store<ProverState>;
  readonly wants: Store<Wants>;
  /** What the worker answers about single cases, as soon as it has a moment. */
  readonly ask: () => Remote<Pick<ProofWorker, "inBothVersions">>;
  readonly close: () => void;
}

/** Milliseconds of quiet before a newer text is proved: the cases' answers come first, and half a word means nothing. */
const quiet = 250;

/** Milliseconds after which a step that hears of nothing newer is given up, together with its worker. */
const patience = 4000;

/**
 * Keeps proofs of what is typed, in a worker of its own, so that no answer waits for one. It starts once the first answer
 * is on screen.
 */
export function openProver(workspace: Workspace, analyst: Analyst): Prover {
  const state = createStore<ProverState>({ proofs: nothing, working: true });
  const wants = createStore<Wants>({ release: null, suggestions: null });
  let number = 0;
  let sent: Files = {};
  const hear = (news: ProofNews, of: number) =>
    state.set(({ proofs }) => {
      const next = withNews(proofs, news);
      return { proofs: next, working: of !== number || next.progress !== null };
    });
  const fail = (message: string) =>
    state.set(({ proofs }) => ({
      proofs: { ...proofs, progress: null, failures: [`the proofs could not go on: ${message}`] },
      working: false,
    }));
  let running = startWorker(hear, fail);
  let quietly: ReturnType<typeof setTimeout> | undefined;
  let patiently: ReturnType<typeof setTimeout> | undefined;

  const send = () => {
    clearTimeout(quietly);
    const { files } = workspace.state.get();
    number += 1;
    const request = { number, ...changesOf(sent, files), wants: wants.get() };
    sent = files;
    state.set((now) => (now.working ? now : { ...now, working: true }));
    clearTimeout(patiently);
    // A worker that has just started may take its time to load.
    if (running.hasHeard()) patiently = setTimeout(startAnew, patience);
    void running.take(request).then(() => clearTimeout(patiently));
  };
  const startAnew = () => {
    running.stop();
    running = startWorker(hear, fail);
    sent = {};
    send();
  };
  const later = () => {
    clearTimeout(quietly);
    quietly = setTimeout(send, quiet);
  };
  const watched = [
    whenAnswered(analyst, later),
    workspace.state.subscribe(() => {
      if (number > 0 && textsDiffer(sent, workspace.state.get().files)) later();
    }),
    wants.subscribe(() => {
      if (number > 0) send();
    }),
  ];
  return {
    state,
    wants,
    ask: () => running.remote,
    close: () => {
      clearTimeout(quietly);
      clearTimeout(patiently);
      for (const forget of watched) forget();
      running.stop();
    },
  };
}

function startWorker(hear: (news: ProofNews, of: number) => void, fail: (message: string) => void) {
  const worker = new Worker(new URL("./proof.worker.ts", import.meta.url), { type: "module", name: "precept proofs" });
  const remote = wrap<ProofWorker>(worker);
  let heard = false;
  worker.addEventListener("error", ({ message }) => fail(message));
  void remote.listen(proxy(hear));
  return {
    remote,
    /** Resolves once the worker has heard of it; an abandoned worker never does. */
    take: async (request: Parameters<ProofWorker["take"]>[0]) => {
      await remote.take(request);
      heard = true;
    },
    hasHeard: () => heard,
    stop: () => worker.terminate(),
  };
}

function whenAnswered(analyst: Analyst, go: () => void): () => void {
  const forget = analyst.state.subscribe(() => {
    if (analyst.state.get().analysis === null) return;
    forget();
    go();
  });
  return forget;
}
