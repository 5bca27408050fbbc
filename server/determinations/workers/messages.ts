import type { ThenAndNow } from "../../../engine/editions/index.ts";
import type { LetterWanted, Unwritten, Written } from "../../letters/index.ts";
import type { CaseProblem } from "../../protocol/index.ts";
import type { ReleaseParts, TakenApart } from "./parts.ts";

export type Task = EngineTask | ReadingTask;

/** For a thread that runs the engines of releases, and reaches nothing. */
export type EngineTask =
  | { readonly kind: "open"; readonly digest: string; readonly parts: ReleaseParts }
  | {
      readonly kind: "determine";
      readonly digest: string;
      readonly caseText: string;
      readonly asOf: string | null;
      /** What the case states and the release does not know. */
      readonly leaveOut: readonly string[];
    }
  | { readonly kind: "describe"; readonly digest: string }
  | { readonly kind: "read date"; readonly caseText: string };

/** For a thread that runs the engine of today alone. */
export type ReadingTask =
  | { readonly kind: "take apart"; readonly digest: string; readonly payload: Uint8Array }
  | {
      readonly kind: "then and now";
      readonly caseText: string;
      readonly before: EditionTexts;
      readonly now: EditionTexts;
    }
  | { readonly kind: "letter"; readonly wanted: LetterWanted; readonly format: "docx" | "pdf" };

/** The texts of a set as they stand, or the payload of a release, which is verified first. */
export type EditionTexts =
  | { readonly name: string; readonly files: readonly { readonly path: string; readonly text: string }[] }
  | { readonly name: string; readonly digest: string; readonly payload: Uint8Array };

/** `reply`: the text of the engine. `unopened`: open the release first. `unusable`: it is not as it was made, or its engine failed. */
export type Answer =
  | { readonly kind: "opened" }
  | ({ readonly kind: "taken apart" } & TakenApart)
  | { readonly kind: "unopened" }
  | { readonly kind: "unusable" }
  | { readonly kind: "reply"; readonly text: string; readonly sha256: string }
  | { readonly kind: "date"; readonly date: string }
  | { readonly kind: "compared"; readonly value: ThenAndNow }
  | Written
  | Unwritten
  | { readonly kind: "unread"; readonly problems: readonly CaseProblem[] };

export interface TaskMessage {
  readonly id: number;
  readonly task: Task;
}

export interface AnswerMessage {
  readonly id: number;
  readonly answer: Answer;
}
