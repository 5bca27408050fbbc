import { filesDigest, setPathProblem } from "../../../engine/release/index.ts";
import { collisions, type StoredFile } from "../../folders/index.ts";
import { type Change, type Content, textContent } from "./draft.ts";

interface Hashed {
  readonly path: string;
  readonly content: { readonly sha256: string; readonly bytes: number } | null;
}

/** The digest of files, whatever their order. */
export function digestOf(files: readonly Hashed[]): string {
  const hashes = files.flatMap(({ path, content }) =>
    content === null ? [] : [{ path, bytes: content.bytes, sha256: content.sha256 }],
  );
  return filesDigest(hashes.toSorted((a, b) => (a.path < b.path ? -1 : 1)));
}

/** A file that is no text, or whose name not every system can hold, is taken in as one that is not read, and why. */
export function changesOf(files: readonly StoredFile[]): readonly Change[] {
  const taken = new Map(collisions(files.map(({ path }) => path)).map(([other, path]) => [path, other]));
  return files.map((file) => {
    const other = taken.get(file.path);
    const problem =
      file.unreadable ??
      setPathProblem(file.path) ??
      (other === undefined ? null : `On some systems this is the same file as \`${other}\`.`);
    return { path: file.path, content: problem === null ? textContent(file.text) : unread(file, problem) };
  });
}

function unread({ etag }: StoredFile, unreadable: string): Content {
  return { text: null, unreadable, sha256: etag.slice(1, -1), bytes: 0 };
}
