import { parentPort } from "node:worker_threads";
import type { Answer, TaskMessage } from "./messages.ts";

/** Answers every task that this thread is given, one after the other: whoever waits longest is the one it is at. */
export function answerAll(answerTo: (message: TaskMessage) => Promise<Answer>): void {
  const answer = async (message: TaskMessage) => {
    const answered = await answerTo(message).catch((): Answer => ({ kind: "unusable" }));
    parentPort?.postMessage({ id: message.id, answer: answered }, []);
  };
  let last = Promise.resolve();
  parentPort?.on("message", (message: TaskMessage) => {
    last = last.then(() => answer(message));
  });
  parentPort?.postMessage("ready", []);
}
