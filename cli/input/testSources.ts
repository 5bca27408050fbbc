import { basename, join } from "node:path";
import type { Diagnostic } from "../../dsl/index.ts";
import { readSet } from "../../engine/set/index.ts";
import { type RunTest, runTests, type TestedCase } from "../../engine/testing/index.ts";
import { analyseSet } from "./analyseSources.ts";
import { isAskedFor, type LoneGuideline, type SetSource, type Sources } from "./sources.ts";

/** What came out of one guideline set, or of one guideline that stands in none. */
export interface TestedPart {
  /** How a person calls it: the set's name, the guideline's path. */
  readonly name: string;
  /** With the paths a person knows. A file that cannot be read is a failed case: nothing of it was tested. */
  readonly cases: readonly TestedCase[];
  /** Of these, what could be read and was run. */
  readonly runs: readonly RunTest[];
}

/** Runs every case and example that was asked for. */
export function testSources(sources: Sources): readonly TestedPart[] {
  const unreadable = sources.diagnostics.map(unreadCase);
  return [
    ...(unreadable.length === 0 ? [] : [{ name: "files", cases: unreadable, runs: [] }]),
    ...sources.sets.map(testSource),
    ...sources.guidelines.map(testGuideline),
  ];
}

function testSource(source: SetSource): TestedPart {
  const { set, diagnostics } = analyseSet(source);
  const runs = runTests(set)
    .filter(({ tested }) => isAskedFor(source, tested.path))
    .map((run) => withPath(run, join(source.shown, run.tested.path)));
  return partOf(set.name || source.set.name, runs, unreadCases(diagnostics));
}

const withPath = (run: RunTest, path: string): RunTest => ({ ...run, tested: { ...run.tested, path } });

function partOf(name: string, runs: readonly RunTest[], unread: readonly TestedCase[]): TestedPart {
  return { name, cases: [...runs.map(({ tested }) => tested), ...unread], runs };
}

/** No name that a file of a folder has. */
const alone = "/alone.guideline";

/** A guideline by itself, as the only one of a set but for those that it rests on. */
function testGuideline({ path, text, beside }: LoneGuideline): TestedPart {
  const manifest = "schema: precept/set/1\nname: alone\ntitle: Alone\ndescription: One guideline by itself.\n";
  const { value, diagnostics } = readSet([
    { path: "set.yaml", text: manifest },
    { path: alone, text },
    ...beside.map((other) => ({ ...other, path: basename(other.path) })),
  ]);
  const runs = runTests(value).filter(({ tested }) => tested.path === alone);
  const unread = unreadCases(diagnostics.filter(({ file }) => file === alone));
  return partOf(
    path,
    runs.map((run) => withPath(run, path)),
    unread.map((each) => ({ ...each, case: path, path })),
  );
}

/** One failed case for each file with an error. */
function unreadCases(diagnostics: readonly Diagnostic[]): readonly TestedCase[] {
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  const first = new Map(errors.toReversed().map((diagnostic) => [diagnostic.file, diagnostic]));
  return [...first.values()].toReversed().map(unreadCase);
}

function unreadCase({ file, code, message }: Diagnostic): TestedCase {
  return {
    case: file,
    path: file,
    kind: file.endsWith(".guideline") ? "example" : "case",
    status: "failed",
    ok: false,
    expected: "a file without errors",
    actual: `${code}: ${message}`,
    requests: [],
  };
}
