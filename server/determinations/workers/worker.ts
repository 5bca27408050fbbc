// A thread that determines cases with the engines of releases, so that a large case, or one that takes long, keeps nobody
// else waiting and can be ended.
import { parentPort } from "node:worker_threads";
import { createHash } from "node:crypto";
import { lineStarts, positionAt } from "../../../dsl/index.ts";
import { type Edition, thenAndNow } from "../../../engine/editions/index.ts";
import { decodeCase } from "../../../engine/values/case/index.ts";
import { loadEngine, type OpenSet } from "./engine.ts";
import type { Answer, EditionTexts, TaskMessage } from "./messages.ts";
import { partsOf } from "./parts.ts";

/** Sets that stay open; of more, the one that was asked longest ago is opened again when it is asked. */
const MOST = 16;
const open = new Map<string, OpenSet>();

async function openRelease(digest: string, payload: Uint8Array): Promise<Answer> {
  const parts = await partsOf(payload, digest);
  const engine = parts === null ? null : await loadEngine(parts.engine);
  if (parts === null || engine === null) return { kind: "unusable" };
  keep(digest, engine.open(parts.files, parts.manifest));
  return { kind: "opened" };
}

function keep(digest: string, set: OpenSet): void {
  open.delete(digest);
  open.set(digest, set);
  const [oldest] = open.keys();
  if (open.size > MOST && oldest !== undefined) open.delete(oldest);
}

/** What an opened release says. */
function asked(digest: string, say: (set: OpenSet) => string): Answer {
  const set = open.get(digest);
  if (set === undefined) return { kind: "unopened" };
  keep(digest, set);
  const text = say(set);
  return { kind: "reply", text, sha256: createHash("sha256").update(text).digest("hex") };
}

/** The service date decides which release is asked, so today's engine reads it. */
function readDate(caseText: string): Answer {
  const { value, diagnostics } = decodeCase({ name: "case", text: caseText });
  if (value !== null) return { kind: "date", date: value.dates["service date"] };
  const starts = lineStarts(caseText);
  const problems = diagnostics.map(({ code, message, span }) => ({
    code,
    message,
    line: positionAt(starts, span.start).line,
  }));
  return { kind: "unread", problems };
}

async function editionOf(texts: EditionTexts): Promise<Edition | null> {
  if ("files" in texts) return texts;
  const parts = await partsOf(texts.payload, texts.digest);
  return parts === null ? null : { name: texts.name, files: parts.files };
}

function compare(caseText: string, before: Edition | null, now: Edition | null): Answer {
  if (before === null || now === null) return { kind: "unusable" };
  const { value, problems } = thenAndNow(caseText, { before, now });
  return value === null
    ? { kind: "unread", problems: problems.map((message) => ({ message })) }
    : { kind: "compared", value };
}

async function answerTo({ task }: TaskMessage): Promise<Answer> {
  switch (task.kind) {
    case "open":
      return openRelease(task.digest, task.payload);
    case "determine":
      return asked(task.digest, (set) => set.determine(task.caseText, { asOf: task.asOf }));
    case "describe":
      return asked(task.digest, (set) => set.describe());
    case "then and now":
      return compare(task.caseText, await editionOf(task.before), await editionOf(task.now));
    case "read date":
      return readDate(task.caseText);
  }
}

async function answer(message: TaskMessage): Promise<void> {
  const answered = await answerTo(message).catch((): Answer => ({ kind: "unusable" }));
  parentPort?.postMessage({ id: message.id, answer: answered }, []);
}

parentPort?.on("message", (message: TaskMessage) => void answer(message));
