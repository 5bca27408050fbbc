import { createNews } from "./news.ts";
import type { ProofNews, ProofRequest, Proofs, ProofWorker } from "./protocol.ts";
import { createScenes, type Scene } from "./scene.ts";
import { inStretches, type Steps, type Turn } from "./steps.ts";

type Tell = (part: Partial<Proofs>) => void;

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
    const tell = (part: Partial<Proofs>) => hear(news(part), request.number);
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
