import { judge } from "../../../../engine/determine/index.ts";
import {
  suggesting,
  type Suggestion,
  type Suggestions as SuggestedCases,
} from "../../../../engine/testing/synthesis/index.ts";
import type { Outcome } from "../../../../engine/values/index.ts";
import type { SuggestedCase, Suggestions } from "../protocol.ts";
import type { Version } from "../scene.ts";
import type { Task } from "../session.ts";
import { testable } from "./covering.ts";

/** The fewest further cases that would close what is open for the guideline that is asked for. */
export function suggestingTask(): Task {
  const doing = "Looking for the fewest cases that settle the most";
  let last: { readonly typed: Version; readonly path: string } | null = null;
  return {
    doing,
    *work({ typed, wants: { suggestions: path } }, tell) {
      if (path === null || (last?.typed === typed && last.path === path)) return;
      const found = yield* suggesting(testable(typed), {
        isAsked: (file) => file === path,
        progress: (done, of) => done % 10 === 0 && tell({ progress: { doing, done, of } }),
      });
      last = { typed, path };
      tell({ suggestions: told(path, found, typed) });
    },
  };
}

function told(path: string, { cases, open }: SuggestedCases, typed: Version): Suggestions {
  const own = open.filter(({ file }) => file === path);
  return {
    path,
    cases: cases.filter(({ file }) => file === path).flatMap((each) => suggested(each, typed) ?? []),
    open: own.map(({ what }) => what),
  };
}

/** `null`: it asks for nothing. */
function suggested({ case: of, answers, closes }: Suggestion, { guidelines }: Version): SuggestedCase | null {
  const [request] = of.requests;
  if (request === undefined) return null;
  return {
    id: of.id,
    case: of,
    service: request.service,
    outcomes: order.filter((outcome) => answers.includes(outcome)),
    says: judge(guidelines, of, request).outcome,
    settles: closes.map(({ what }) => what),
  };
}

const order: readonly Outcome[] = [
  "criteria met",
  "criteria not met",
  "information needed",
  "modified",
  "excluded",
  "not addressed",
];
