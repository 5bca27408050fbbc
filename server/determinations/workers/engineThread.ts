// A thread that determines cases with the engines of releases, so that a large case, or one that takes long, keeps nobody
// else waiting and can be ended. What it does not import before it is enclosed, it never does.
import { createHash } from "node:crypto";
import { lineStarts, positionAt } from "../../../dsl/index.ts";
import { decodeCase } from "../../../engine/values/case/index.ts";
import { enclose } from "../../engines/sandbox/index.ts";
import { answerAll } from "./answering.ts";
import { loadEngine, type OpenSet } from "./engine.ts";
import type { Answer, TaskMessage } from "./messages.ts";
import type { ReleaseParts } from "./parts.ts";

/** Sets that stay open; of more, the one that was asked longest ago is opened again when it is asked. */
const MOST = 16;
const open = new Map<string, OpenSet>();

async function openRelease(digest: string, parts: ReleaseParts): Promise<Answer> {
  const engine = await loadEngine(parts.engine);
  if (engine === null) return { kind: "unusable" };
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
function asked(digest: string, say: (set: OpenSet) => unknown): Answer {
  const set = open.get(digest);
  if (set === undefined) return { kind: "unopened" };
  keep(digest, set);
  const text = say(set);
  if (typeof text !== "string") return { kind: "unusable" };
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

async function answerTo({ task }: TaskMessage): Promise<Answer> {
  switch (task.kind) {
    case "open":
      return openRelease(task.digest, task.parts);
    case "determine":
      return asked(task.digest, (set) => set.determine(task.caseText, { asOf: task.asOf, leaveOut: task.leaveOut }));
    case "describe":
      return asked(task.digest, (set) => set.describe());
    case "read date":
      return readDate(task.caseText);
    default:
      return { kind: "unusable" };
  }
}

enclose();
answerAll(answerTo);
