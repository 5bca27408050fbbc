import { scriptProblem } from "./oneScript.ts";

export type FileKind = "manifest" | "guideline" | "case" | "other";

/** Letters and digits of any script, then also spaces and a few signs: no control, no bidi mark, no `\ : * ? " < > |`. */
const SEGMENT = /^[\p{L}\p{N}][\p{L}\p{M}\p{N} ,._()'–-]*$/u;
/** Among them some that show nothing: fillers, joiners, variation selectors (Unicode, DerivedCoreProperties). */
const UNSEEN = /\p{Default_Ignorable_Code_Point}/u;
/** Names Windows gives to devices, whatever the extension. */
const DEVICE = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i;
const SEGMENT_BYTES = 120;

/** What a file of a guideline set is by its path, `null` for what does not belong into a set. */
export function kindOf(path: string): FileKind | null {
  if (path === "set.yaml") return "manifest";
  if (/^[^/]+\.guideline$/.test(path)) return "guideline";
  if (/^cases\/[^/]+\.(?:yaml|yml|json)$/.test(path)) return "case";
  return /^(?:[^/]+\/)?[^/]+\.md$/.test(path) ? "other" : null;
}

/** What is wrong with a name as one folder or file on any system, as the end of a sentence; `null` when it is safe. */
function nameProblem(name: string): string | null {
  if (name.normalize("NFC") !== name) return "is not in Unicode normal form C";
  if (!SEGMENT.test(name)) {
    return "may hold only letters, digits, spaces and - _ . , ' ( ), and begins with a letter or digit";
  }
  if (UNSEEN.test(name)) return "holds a character that is not seen, so that another name would look the same";
  if (/[. ]$/.test(name)) return "may not end in a dot or a space";
  if (DEVICE.test(name)) return "is a device name on Windows";
  return new TextEncoder().encode(name).length > SEGMENT_BYTES ? `is longer than ${SEGMENT_BYTES} bytes` : null;
}

/** What is wrong with what a set is called as a draft or a folder: as of any file, and it is told apart from others by eye. */
export function setFolderProblem(name: string): string | null {
  return nameProblem(name) ?? scriptProblem(name);
}

/** What is wrong with the name of a set, `name` or `@scope/name`, whose archives are called after it; as `nameProblem` says it. */
export function setNameProblem(set: string): string | null {
  const [, ...parts] = /^@([^/]+)\/([^/]+)$/.exec(set) ?? [];
  return setFolderProblem(parts.length === 0 ? set : parts.join("-"));
}

/** What is wrong with a path as the path of a file of a set, as a sentence; `null` when it is one of the kinds and safe. */
export function setPathProblem(path: string): string | null {
  const problem =
    path
      .split("/")
      .map(nameProblem)
      .find((found) => found !== null) ?? null;
  if (problem !== null) return `A part of this path ${problem}.`;
  if (kindOf(path) !== null) return null;
  return "A guideline set holds `set.yaml`, `*.guideline`, `cases/*.yaml` (or `.yml`, `.json`) and `*.md`, nothing else.";
}
