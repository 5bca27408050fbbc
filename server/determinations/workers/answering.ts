import { parentPort } from "node:worker_threads";
import type { Answer, TaskMessage } from "./messages.ts";

/** Answers every task that this thread is given, each when it is ready. */
export function answerAll(answerTo: (message: TaskMessage) => Promise<Answer>): void {
  const answer = async (message: TaskMessage) => {
    const answered = await answerTo(message).catch((): Answer => ({ kind: "unusable" }));
    parentPort?.postMessage({ id: message.id, answer: answered }, []);
  };
  parentPort?.on("message", (message: TaskMessage) => void answer(message));
}
