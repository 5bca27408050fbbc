import { describe, expect, it } from "vitest";
import { isUnsaved, mergeListing, newFile, openDraft, openFile, type WorkFile } from "../../studio/store/files.ts";

const path = "neck.guideline";
const stored = (text: string, etag: string) => ({ path, kind: "guideline" as const, text, etag });
const listed = (file: WorkFile, text: string, etag: string) =>
  mergeListing({ [path]: file }, [stored(text, etag)])[path];

describe("a file opened with a draft", () => {
  it("shows the draft, marked as restored, over the version it was typed over", () => {
    const file = openFile(stored("saved", "1"), { text: "typed", base: { text: "saved", etag: "1" } });
    expect(file).toMatchObject({ text: "typed", restored: true, theirs: null, base: { etag: "1" } });
  });

  it("is a conflict when the file on disk is another version than the draft was typed over", () => {
    const file = openFile(stored("saved since", "2"), { text: "typed", base: { text: "saved", etag: "1" } });
    expect(file).toMatchObject({ text: "typed", theirs: { text: "saved since", etag: "2" }, base: { etag: "1" } });
  });

  it("forgets a draft that says what is on disk", () => {
    const file = openFile(stored("saved", "2"), { text: "saved", base: { text: "older", etag: "1" } });
    expect(file).toMatchObject({ text: "saved", restored: false, theirs: null });
  });

  it("keeps a draft of a file that was never saved, or was removed meanwhile", () => {
    expect(openDraft(path, { text: "typed", base: null })).toMatchObject({
      text: "typed",
      restored: true,
      theirs: null,
    });
    const removed = openDraft(path, { text: "typed", base: { text: "saved", etag: "1" } });
    expect(removed).toMatchObject({ text: "typed", theirs: "gone" });
  });
});

describe("what the server lists, brought into what is on screen", () => {
  const clean = openFile(stored("saved", "1"));
  const typed = { ...clean, text: "typed" };

  it("replaces a text nobody typed in", () => {
    expect(listed(clean, "saved since", "2")).toMatchObject({ text: "saved since", base: { etag: "2" }, theirs: null });
  });

  it("never replaces typed text, and remembers what stands on disk", () => {
    expect(listed(typed, "saved since", "2")).toMatchObject({
      text: "typed",
      base: { etag: "1" },
      theirs: { etag: "2" },
    });
  });

  it("leaves the files alone while nothing changed", () => {
    const files = { [path]: typed };
    expect(mergeListing(files, [stored("saved", "1")])).toBe(files);
  });

  it("does not fall back to the version saved over when a listing from before the save arrives late", () => {
    const justSaved = { ...clean, text: "typed", base: { text: "typed", etag: "2" }, savedOver: "1" };
    expect(listed(justSaved, "saved", "1")).toBe(justSaved);
    expect(listed(justSaved, "typed", "2")).toMatchObject({ text: "typed", savedOver: null });
  });

  it("drops a file that went from disk only when nothing was typed in it", () => {
    expect(mergeListing({ [path]: clean }, [])).toEqual({});
    expect(mergeListing({ [path]: typed }, [])).toEqual({ [path]: typed });
  });

  it("shows a file that came to the disk, and keeps one that was never saved", () => {
    const created = newFile("new.guideline", "guideline", "typed");
    expect(isUnsaved(created)).toBe(true);
    const merged = mergeListing({ "new.guideline": created }, [stored("saved", "1")]);
    expect(Object.keys(merged).toSorted()).toEqual([path, "new.guideline"]);
  });
});
