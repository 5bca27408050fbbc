import { makeLetter, problemText } from "../api/index.ts";
import { saveAs } from "../download/index.ts";
import type { Workspace } from "../store/index.ts";
import type { Analyst, CaseView } from "../worker/index.ts";

export type LetterFormat = "md" | "html" | "docx" | "pdf";

/** Saves the letter as a file of the browser; a problem comes back in words. Text formats are made here, without the server. */
export async function downloadLetter(
  open: CaseView,
  format: LetterFormat,
  workspace: Workspace,
  analyst: Analyst,
): Promise<string | null> {
  const name = fileName(open.path, format);
  if (format === "md" || format === "html") {
    const text = await analyst.language.writeLetter(open.letter, format);
    saveAs(new Blob([text], { type: format === "md" ? "text/markdown" : "text/html" }), name);
    return null;
  }
  const caseText = workspace.state.get().files[open.path]?.text ?? "";
  const answer = await makeLetter(workspace.set, open.path, caseText, format);
  if (!answer.ok) return `The letter could not be made. ${problemText(answer.problem)}`;
  saveAs(answer.value, name);
  return null;
}

function fileName(path: string, format: LetterFormat): string {
  return `${path.slice(path.lastIndexOf("/") + 1).replace(/\.ya?ml$/, "")}.${format}`;
}
