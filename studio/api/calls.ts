import type { Outcome } from "./problem.ts";
import type { GuidelineSetFolder, NewSet, Release, ReleaseTexts, SetList } from "../../server/protocol/index.ts";
import { jsonBody, requestFile, requestJson, requestNewer, type Tagged } from "./request.ts";

export const setPath = (set: string) => `/api/sets/${encodeURIComponent(set)}`;

export const listSets = () => requestJson<SetList>("/api/sets");

interface Revised {
  readonly revision: number;
}

/** Begins a guideline set with its first files. */
export const beginSet = (set: NewSet) => requestJson<Revised>("/api/sets", jsonBody("POST", set));

/** Removes a set as it was looked at; its history stays. */
export const removeSet = (set: string, revision: number) =>
  requestJson<Revised>(`${setPath(set)}/removal`, jsonBody("POST", { revision }));

export const restoreSet = (set: string) => requestJson<Revised>(`${setPath(set)}/restoration`, jsonBody("POST", {}));

/** The set, or `known` itself while nothing in it changed. */
export const readStoredSet = (set: string, known: Tagged<GuidelineSetFolder> | null) =>
  requestNewer<GuidelineSetFolder>(setPath(set), known);

/** Saves a file over the version `etag`; `null` creates it. Refused when another version stands there by now. */
export function saveFile(
  set: string,
  path: string,
  text: string,
  etag: string | null,
): Promise<Outcome<{ readonly path: string; readonly etag: string }>> {
  const encoded = path.split("/").map(encodeURIComponent).join("/");
  const precondition = etag === null ? { "if-none-match": "*" } : { "if-match": quoted(etag) };
  return requestJson(`${setPath(set)}/files/${encoded}`, jsonBody("PUT", { text }, precondition));
}

function quoted(etag: string): string {
  return etag.startsWith('"') ? etag : `"${etag}"`;
}

export const listReleases = (set: string) =>
  requestJson<{ readonly releases: readonly Release[] }>(`${setPath(set)}/releases`);

export const readRelease = (set: string, version: string) =>
  requestJson<ReleaseTexts>(`${setPath(set)}/releases/${encodeURIComponent(version)}`);

/** The letter of a case as typed, saved or not, in a format only the server can make. */
export function makeLetter(
  set: string,
  path: string,
  caseText: string,
  format: "docx" | "pdf",
): Promise<Outcome<Blob>> {
  return requestFile("/api/letters", jsonBody("POST", { set, case: path, caseText, format }));
}
