// A thread that takes releases apart, compares editions and writes letters, with the engine of today: that of a release never runs here.
import { type Edition, thenAndNow } from "../../../engine/editions/index.ts";
import { writeLetter } from "../../letters/index.ts";
import { answerAll } from "./answering.ts";
import type { Answer, EditionTexts, TaskMessage } from "./messages.ts";
import { takeApart } from "./parts.ts";

async function takenApart(payload: Uint8Array, digest: string): Promise<Answer> {
  const taken = await takeApart(payload, digest);
  return taken === null ? { kind: "unusable" } : { kind: "taken apart", ...taken };
}

async function editionOf(texts: EditionTexts): Promise<Edition | null> {
  if ("files" in texts) return texts;
  const taken = await takeApart(texts.payload, texts.digest);
  return taken === null ? null : { name: texts.name, files: taken.parts.files };
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
    case "take apart":
      return takenApart(task.payload, task.digest);
    case "then and now":
      return compare(task.caseText, await editionOf(task.before), await editionOf(task.now));
    case "letter":
      return writeLetter(task.wanted, task.format);
    default:
      return { kind: "unusable" };
  }
}

answerAll(answerTo);
