import { execFile } from "node:child_process";
import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { z } from "zod";
import { attestedPayload } from "../../../engine/attestation/index.ts";
import { buildRelease, candidateOf, nothingEarlier, rebuild, verifyRelease } from "../../../engine/release/index.ts";
import { byPath, manifestFile } from "../../../engine/release/manifest.ts";
import { packRelease } from "../../../engine/release/pack.ts";
import { changelog } from "../../../engine/release/payload/changelog.ts";
import { packageName } from "../../../engine/release/payload/packageJson.ts";
import { readSet, type SetFile } from "../../../engine/set/index.ts";
import { type Good, releaseOf, unpacked } from "../../server/engines/released.ts";
import { testedNecks } from "../bundle/necks.ts";
import { someEngine } from "./candidate.ts";

const run = promisify(execFile);
const root = join(import.meta.dirname, "../../..");

const edited = (path: string, change: (text: string) => string): readonly SetFile[] =>
  testedNecks().map((file) => (file.path === path ? { ...file, text: change(file.text) } : file));

const wider = edited("neck.guideline", (text) =>
  text.replace("imaging if numbness", "imaging if numbness OR weight is at least 100 kg"),
);

let first: Good;
let second: Good;
let third: Good;
beforeAll(async () => {
  first = await releaseOf(testedNecks(), someEngine);
  second = await releaseOf(wider, someEngine, first);
  const remarked = wider.map((file) => (file.path === "set.yaml" ? { ...file, text: `${file.text}# More.\n` } : file));
  third = await releaseOf(remarked, someEngine, second);
});

function textIn({ files }: Good, path: string): string {
  return new TextDecoder().decode(files.find((file) => file.path === path)?.content);
}

const dataIn = (of: Good, path: string) => JSON.parse(textIn(of, path));

describe("the changelog", () => {
  test("begins with the first release, and what it holds", () => {
    const held = "- The guideline “Neck”: decides **imaging**; 1 criterion and 2 facts; 0 examples.\n- 1 case.";
    expect(textIn(first, "CHANGELOG.md")).toBe(`# Changes to Necks\n\n## 1.0.0\n\nThe first release.\n\n${held}\n`);
    expect(textIn(second, "CHANGELOG.md").endsWith(`${held}\n`)).toBe(true);
  });

  test("tells transitions in the guideline's words, and carries along what was told before", () => {
    const text = textIn(second, "CHANGELOG.md");
    expect(text).toMatch(
      /^# Changes to Necks\n\n## 2\.0\.0\n\nIt may decide otherwise than 1\.0\.0\.\n\n- \*\*imaging\*\*: wider\.\n/,
    );
    expect(text).toMatch(/ {2}- What was not met is met when .*weight at least 100 kg/);
    expect(text.match(/^## .*/gm)).toEqual(["## 2.0.0", "## 1.0.0"]);
  });

  test.each([
    [[true, true], "is told in two ways"],
    [[true, false], "is not documented"],
  ])("of a move whose cases hold two statements that disagree (%j) says that it %s", (found, said) => {
    const moves = found.map((conflicting) => ({ state: "found", conflicting }));
    const transition = { from: "not documented", to: "met", missing: ["weight"], moves };
    const known = { verdict: "wider", because: null, change: "compared", guideline: "Necks" };
    const imaging = { ...known, service: "imaging", called: null, movedFrom: null, remarks: [] };
    const services = [{ ...imaging, transitions: [transition] }];
    const comparison = { verdict: "wider", because: null, guidelines: [], services, definitions: [] };
    const about = second.release.manifest;
    const engine = { version: about.engine.version, bytes: new Uint8Array() };
    const source = { about, before: [], files: [], engine, set: readSet([]).value };
    expect(changelog(source, { comparison })).toContain(`What was not documented is met while “weight” ${said}.`);
  });

  test("of a release that decides no differently says so", () => {
    const [head] = textIn(third, "CHANGELOG.md").split("\n\n## 2.0.0");
    expect(head).toBe("# Changes to Necks\n\n## 2.0.1\n\nIt decides no differently than 2.0.0.");
  });
});

describe("what is known of the set", () => {
  test("every question has a verdict, and the counts are theirs", () => {
    const proofs = dataIn(first, "proofs.json");
    expect(proofs.asked).toBe(proofs.questions.length);
    expect(proofs.proved + proofs.found + proofs.accepted + proofs.open).toBe(proofs.asked);
    // Nothing tests the fact `weight`.
    expect(proofs.questions).toContainEqual(
      expect.objectContaining({
        problem: "unused declaration",
        subject: "weight",
        file: "neck.guideline",
        verdict: "found",
      }),
    );
  });

  test("coverage and the comparison, the first of which has nothing to compare with", () => {
    expect(dataIn(first, "coverage.json")).toMatchObject({ schema: "precept/coverage/1", set: "necks" });
    expect(dataIn(first, "comparison.json")).toMatchObject({ before: null, now: "1.0.0", comparison: null });
    expect(dataIn(second, "comparison.json")).toMatchObject({
      before: { version: "1.0.0", digest: first.release.digest },
      comparison: { verdict: "wider", bump: "major" },
    });
  });
});

describe("the FHIR package", () => {
  const id = z.string().regex(/^[A-Za-z0-9.-]{1,64}$/);
  const coding = z.object({ coding: z.array(z.object({ system: z.string(), code: z.string() })).min(1) });
  const citation = z.strictObject({ type: z.literal("citation"), citation: z.string().min(1) });
  const common = {
    id,
    url: z.string().regex(/^urn:precept:necks:/),
    version: z.literal("1.0.0"),
    name: z.string().regex(/^[A-Z][A-Za-z0-9_]{0,254}$/),
    title: z.string(),
    status: z.literal("active"),
    type: coding,
    description: z.string(),
    relatedArtifact: z.array(citation).min(1),
  };
  /** The elements of R4 that are used, and no other; lists are never empty. */
  const library = z.strictObject({
    resourceType: z.literal("Library"),
    ...common,
    content: z.array(z.strictObject({ contentType: z.string(), data: z.base64(), title: z.string() })).min(1),
  });
  const plan = z.strictObject({
    resourceType: z.literal("PlanDefinition"),
    ...common,
    library: z.array(z.string()).length(1),
    action: z.array(
      z.strictObject({
        title: z.string(),
        code: z.array(z.strictObject({ text: z.string() })).min(1),
        documentation: z.array(citation).min(1),
        condition: z.array(
          z.strictObject({
            kind: z.literal("applicability"),
            expression: z.strictObject({ language: z.string(), expression: z.string() }),
          }),
        ),
      }),
    ),
  });

  test("holds the set as a Library of its sources", () => {
    const { content } = library.parse(dataIn(first, "Library-necks.json"));
    expect(content.map(({ title, data }) => ({ path: title, text: Buffer.from(data, "base64").toString() }))).toEqual(
      testedNecks()
        .filter(({ path }) => !path.startsWith("cases/"))
        .toSorted(byPath),
    );
  });

  test("holds each guideline as a PlanDefinition", () => {
    expect(plan.parse(dataIn(first, "PlanDefinition-neck.json")).action).toMatchObject([
      { title: "imaging if", condition: [{ expression: { expression: "numbness" } }] },
    ]);
  });

  test("does not say to be in use on the days of the guideline, which are not those of the release", () => {
    const said = plan.parse(dataIn(first, "PlanDefinition-neck.json")).description;
    expect(said).toMatch(/^Neck\. The guideline is effective from 2010-01-01 to 2019-12-31, by its own text/);
    expect(said).toContain("On which of these days this release decides is in its attestation");
  });

  test("has an index that names them, and one `package.json` for npm and FHIR", () => {
    expect(dataIn(first, ".index.json")).toMatchObject({
      "index-version": 2,
      files: [{ filename: "Library-necks.json", resourceType: "Library" }, { filename: "PlanDefinition-neck.json" }],
    });
    expect(dataIn(first, "package.json")).toMatchObject({
      name: "precept.necks",
      version: "1.0.0",
      author: "not stated",
      type: "module",
      fhirVersions: ["4.0.1"],
      dependencies: {},
    });
  });

  test.each([
    ["necks", "precept.necks"],
    ["@acme/necks", "acme.necks"],
    ["acme.necks", "precept.acme.necks"],
  ])("calls the set %s %s, a name of npm and of FHIR without a scope", (set, name) => {
    expect(packageName(set)).toBe(name);
  });

  test("gives every set a name of npm and of FHIR, and two never the same", () => {
    const plain = ["necks", "@precept/necks", "@a/b.c", "@a.b/c", "a.b.c", "@a/b-c", "@a-b/c", "a-b-c"];
    const odd = ["Necks", "NECKS", "2024 necks", "ÄÖ", "頸", "n".repeat(110), "@1/2", "a..b", "necks.", "n_e", "-"];
    const names = [...plain, ...odd].map(packageName);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^(?=.{1,214}$)[a-z][a-z0-9-]*(\.[a-z][a-z0-9-]*)+$/);
  });

  test("names who publishes it as its author, and lets npm fetch nothing", async () => {
    const files = edited("set.yaml", (text) => `${text}publisher: Clinic of the Neck\n`);
    const { author, dependencies } = dataIn(await releaseOf(files, someEngine), "package.json");
    expect([author, dependencies]).toEqual(["Clinic of the Neck", {}]);
  });

  test("a file whose name is no id of FHIR gets one, and two never the same", async () => {
    const other = (path: string, title: string) => ({
      path,
      text: `guideline "${title}"\n\nfact a: yes or no\n\nservice ${title} care\n  care for ${title}\n\n${title} care if a\n`,
    });
    const files = [...testedNecks(), other("ä b.guideline", "one"), other("ö b.guideline", "two")];
    const { files: held } = await releaseOf(files, someEngine);
    const names = held.map(({ path }) => path).filter((path) => path.startsWith("PlanDefinition"));
    expect(names).toHaveLength(3);
    expect(names.every((name) => /^PlanDefinition-[A-Za-z0-9.-]{1,64}\.json$/.test(name))).toBe(true);
  });
});

describe("the policy to print", () => {
  test("says what is decided, with citations, and what counts as evidence", () => {
    const policy = textIn(first, "policy.html");
    for (const said of [
      "Necks",
      "1.0.0",
      "imaging if numbness",
      "page 1",
      "numbness of a hand",
      "objective evidence",
      "CPT 72141",
    ])
      expect(policy).toContain(said);
    expect(policy).not.toMatch(/<script|src=|href="(?!#)|url\(|@import/);
  });

  test("says whose days it names, and not that the release is in force on them", () => {
    const policy = textIn(second, "policy.html");
    expect(policy).toContain("The guideline is effective from 2010-01-01 to 2019-12-31, by its own text, and is asked");
    expect(policy).toContain("On which of these days this release decides is in its attestation");
    expect(policy).toContain('<dt>Decides</dt><dd dir="auto">on the days of service that its attestation names</dd>');
    expect(policy).not.toContain("In force");
  });

  test("has the digests that the attestation of the release has", () => {
    for (const of of [first, second, third]) {
      const { files, meaning } = attestedPayload(of.release);
      expect(textIn(of, "policy.html")).toContain(`<dt>Texts</dt><dd class="digest" dir="auto">${files}</dd>`);
      expect(textIn(of, "policy.html")).toContain(`<dt>Meaning</dt><dd class="digest" dir="auto">${meaning}</dd>`);
    }
    // Other texts may mean the same.
    expect(attestedPayload(third.release).files).not.toBe(attestedPayload(second.release).files);
  });

  test("text of a guideline is never markup", async () => {
    const files = edited("set.yaml", (text) => text.replace("title: Necks", "title: '<img onerror=x> & */ necks'"));
    const made = await releaseOf(files, someEngine);
    expect(textIn(made, "policy.html")).toContain("&lt;img onerror=x&gt; &amp; */ necks");
    expect(textIn(made, "policy.html")).not.toContain("<img");
    expect(textIn(made, "CHANGELOG.md")).toContain("&lt;img onerror=x> &amp;");
    expect(textIn(made, "index.d.ts")).toMatch(/^\/\*\* .*\* \/ necks \*\/\n/);
  });
});

test("the types say what unit a number is in", () => {
  const types = textIn(first, "index.d.ts");
  expect(types).toContain("/** number (in kg or a unit that converts to it) */");
});

test("the module is typed by its facts and services", async () => {
  const folder = await unpacked(first);
  onTestFinished(() => rm(folder, { recursive: true }));
  const program = `import { type Case, determine, type Facts, type Outcome, type Service } from "./index.js";
    const service: Service = "MRI of the neck";
    const facts: Facts = { numbness: { value: "yes", evidence: { kind: "test result" } }, weight: "80 kg" };
    const dates = { "request date": "2014-05-14", "service date": "2014-05-14" };
    const of: Case = { schema: "precept/case/1", case: "A neck", dates, facts, requests: [{ service }] };
    const said = determine(of, { asOf: "2014-05-14" });
    export const outcomes: readonly Outcome[] =
      said.schema === "precept/refusal/1" ? [] : said.determinations.map(({ outcome }) => outcome);
    // @ts-expect-error there is no such value
    export const a: Facts = { numbness: "maybe" };
    // @ts-expect-error there is no such fact
    export const b: Facts = { numness: "yes" };
    // @ts-expect-error there is no such service
    export const c: Service = "MRI of the knee";\n`;
  await writeFile(join(folder, "program.ts"), program);
  const options = ["--noEmit", "--strict", "--module", "nodenext", "--target", "es2023", "--types", "", "program.ts"];
  const compiler = join(root, "node_modules/.bin/tsc");
  await expect(run(compiler, options, { cwd: folder })).resolves.toMatchObject({ stdout: "" });
});

describe("making it", () => {
  test("tells how far it is, and can be stopped", async () => {
    const parts = new Set<string>();
    const candidate = candidateOf(testedNecks());
    await buildRelease(candidate, nothingEarlier, someEngine, { progress: (part) => parts.add(part) });
    expect([...parts]).toEqual(["coverage", "proofs"]);
    expect(await buildRelease(candidate, nothingEarlier, someEngine, { shouldStop: () => true })).toEqual({
      kind: "stopped",
    });
  });

  test("the same texts with another engine are another release", async () => {
    const other = { version: "0.2.0", bytes: new TextEncoder().encode("export {};\n") };
    const next = await releaseOf(testedNecks(), other, first);
    expect(next.release.manifest).toMatchObject({ version: "1.0.1", bump: "patch", engine: { version: "0.2.0" } });
  });
});

describe("making it again", () => {
  /** A release that agrees with itself, though a file or its manifest says something else. */
  async function lying(of: Good, change: { readonly path?: string; readonly passed?: number }): Promise<Good> {
    const files = of.files.map((file) =>
      file.path === change.path ? { ...file, content: new TextEncoder().encode("something else") } : file,
    );
    const cases = { passed: change.passed ?? of.release.manifest.cases.passed };
    const listed = files.map(({ path, content }) => manifestFile(path, content)).toSorted(byPath);
    const { bytes } = await packRelease({ ...of.release.manifest, cases, files: listed }, files);
    const verified = await verifyRelease(bytes);
    if (!verified.ok) throw new Error(verified.reasons.join(" "));
    return verified;
  }

  test("the engine of the release makes the same, also of a later one", () => {
    for (const release of [first, second, third]) expect(rebuild(release, someEngine)).toEqual({ kind: "same" });
  });

  test("another engine is not asked", () => {
    const other = { version: "0.2.0", bytes: new Uint8Array() };
    expect([rebuild(first, other), rebuild(first, null)]).toMatchObject([
      { kind: "not possible" },
      { kind: "not possible" },
    ]);
  });

  test.each([
    "policy.html",
    "proofs.json",
    "coverage.json",
    "index.js",
    "index.d.ts",
    "Library-necks.json",
    "package.json",
  ])("a release that agrees with itself but whose %s says something else is found out", async (path) => {
    expect(rebuild(await lying(second, { path }), someEngine)).toEqual({ kind: "different", files: [path] });
  });

  test("so is one that claims more passed cases, or another changelog", async () => {
    expect(rebuild(await lying(second, { passed: 99 }), someEngine)).toMatchObject({ files: ["manifest.json"] });
    expect(rebuild(await lying(second, { path: "CHANGELOG.md" }), someEngine)).toMatchObject({
      files: ["CHANGELOG.md"],
    });
  });
});
