import { replaceEqualDeep } from "@tanstack/react-query";
import { nothing } from "./nothing.ts";
import type { ProofNews, ProofRequest, ProofWorker } from "./protocol.ts";
import { createScenes, type Scene } from "./scene.ts";
import { inStretches, type Steps, type Turn } from "./steps.ts";

type Tell = (news: ProofNews) => void;

/** One kind of question: works in steps and tells of what it finds. */
export interface Task {
  /** What is said while it works. */
  readonly doing: string;
  readonly work: (scene: Scene, tell: Tell) => Steps;
}

interface ProofSession extends Pick<ProofWorker, "listen" | "take"> {
  /** What was asked about last. */
  readonly scene: () => Scene | null;
}

/** Proves the newest texts it was given, task by task, and leaves what is under way for older ones. */
export function openProofSession(tasks: readonly Task[], turn: Turn): ProofSession {
  const sceneOf = createScenes();
  const news = createNews();
  let hear: (news: ProofNews, of: number) => void = () => {};
  let newest: ProofRequest | null = null;
  let scene: Scene | null = null;
  let running = false;

  const prove = async (request: ProofRequest, now: Scene) => {
    const isWanted = () => newest === request;
    const tell = (part: ProofNews) => hear(news(part), request.number);
    const failures: string[] = [];
    tell({ outdated: now.typed.guidelines.outdated, unread: now.typed.unread });
    for (const { doing, work } of tasks) {
      tell({ progress: { doing, done: 0, of: null } });
      try {
        if (!(await inStretches(work(now, tell), isWanted, turn))) return;
      } catch (error) {
        failures.push(`${doing}: ${String(error)}`);
      }
    }
    tell({ failures, progress: null });
  };
  /** One after the other; of those that come meanwhile only the newest. */
  const run = async (request: ProofRequest, now: Scene): Promise<void> => {
    running = true;
    await prove(request, now);
    running = false;
    if (newest !== null && scene !== null && newest !== request) await run(newest, scene);
  };
  return {
    listen: (tell) => {
      hear = tell;
    },
    take: (request) => {
      newest = request;
      scene = sceneOf(request);
      if (!running) void run(request, scene);
    },
    scene: () => scene,
  };
}

/** Tells of each part only when it is another one; what is equal inside a part keeps its identity. */
function createNews(): (part: ProofNews) => ProofNews {
  let told = nothing;
  return (part) => {
    const next = replaceEqualDeep(told, { ...told, ...part });
    const known = new Map<string, unknown>(Object.entries(told));
    told = next;
    return Object.fromEntries(Object.entries(next).filter(([name, value]) => known.get(name) !== value));
  };
}
