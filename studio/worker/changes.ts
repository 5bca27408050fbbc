import type { Files } from "../store/index.ts";
import type { AnalysisRequest } from "./protocol.ts";

/** Whether a worker that was sent `sent` must hear of what is typed or saved since. */
export function textsDiffer(sent: Files, files: Files): boolean {
  if (sent === files) return false;
  if (Object.keys(sent).some((path) => files[path] === undefined)) return true;
  return Object.values(files).some((file) => {
    const before = sent[file.path];
    return before?.text !== file.text || before?.base?.text !== file.base?.text;
  });
}

/** What a worker that was sent `sent` has to be told. */
export function changesOf(sent: Files, files: Files): Pick<AnalysisRequest, "changes" | "saved"> {
  const all = Object.values(files).filter((file) => file.unreadable === null);
  const gone = Object.keys(sent).filter((path) => files[path] === undefined);
  const changed = all.filter((file) => sent[file.path]?.text !== file.text);
  const savedChanged = gone.length > 0 || all.some((file) => sent[file.path]?.base?.text !== file.base?.text);
  return {
    changes: [...changed.map(({ path, text }) => ({ path, text })), ...gone.map((path) => ({ path, text: null }))],
    saved: savedChanged ? all.flatMap(({ path, base }) => (base === null ? [] : [{ path, text: base.text }])) : null,
  };
}
