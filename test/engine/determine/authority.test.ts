import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { determine } from "../../../engine/determine/index.ts";
import { type GuidelineSet, readSet, type SetFile } from "../../../engine/set/index.ts";
import { testSet } from "../../../engine/testing/index.ts";

const manifest: SetFile = {
  path: "set.yaml",
  text: "schema: precept/set/1\nname: ranked\ntitle: Ranked\ndescription: Guidelines in an order.\n",
};

const shippedFolder = join(import.meta.dirname, "../../../guidelines/mtus-search-sequence");

const order = (conditions: readonly string[]): string =>
  [
    'guideline "Order"',
    'authority "Order"',
    ...conditions.map((when, rank) => `  ${rank + 1}. S${rank + 1}${when === "" ? "" : ` when ${when}`}`),
    "  evidence for treatment: strong, fair, weak",
    "",
  ].join("\n");

/** A guideline that addresses requests for imaging where its own fact is yes, and then recommends it. */
const source = (name: string): string =>
  [
    `guideline "G${name}"`,
    `  adopted by ${name}`,
    '  source "Book", page 1',
    `  applies when about ${name}`,
    `fact about ${name}: yes or no`,
    "service imaging",
    "  MRI    CPT 72141",
    `imaging if about ${name}`,
    "",
  ].join("\n");

type State = "silent" | "addresses" | "rebutted";

function caseOf(states: readonly State[]): string {
  const rebuttals = states.flatMap((state, at) =>
    state === "rebutted" ? [`      - { of: S${at + 1}, question: treatment, level: strong, against: weak }`] : [],
  );
  return [
    "schema: precept/case/1",
    "case: One",
    "dates: { request date: 2020-01-01, service date: 2020-01-01 }",
    "facts:",
    ...states.map((state, at) => `  about S${at + 1}: ${state === "silent" ? "no" : "yes"}`),
    "requests:",
    "  - service: MRI",
    ...(rebuttals.length === 0 ? [] : ["    rebuttals:", ...rebuttals]),
    "",
  ].join("\n");
}

/** Read off the rule itself: a rank is consulted when what its condition asks of those before it is so. */
function expected(states: readonly State[], conditions: readonly string[]): string | null {
  let rebutted = false;
  for (const [at, state] of states.entries()) {
    const condition = conditions[at] ?? "";
    const consulted = condition === "" || (rebutted ? condition.includes("rebutted") : condition.includes("silent"));
    if (!consulted) continue;
    if (state === "addresses") return `GS${at + 1}`;
    if (state === "rebutted") rebutted = true;
  }
  return null;
}

let before: GuidelineSet | undefined;

function governing(files: readonly SetFile[]): string | null {
  const { value, diagnostics } = readSet([manifest, ...files], before);
  before = value;
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  const [own] = value.cases;
  const [determined] = own === undefined ? [] : determine(value, own.case).value.determinations;
  return determined?.governing?.guideline ?? null;
}

const all: readonly State[] = ["silent", "addresses", "rebutted"];
const lower = ["silent", "rebutted", "silent or rebutted"];

describe("The order of authority", () => {
  test.each(lower.flatMap((second) => lower.map((third) => ["", second, third])))(
    "picks the guideline that its conditions name, for every standing of three sources%s: %s, %s",
    (...conditions) => {
      const set = [
        { path: "order.guideline", text: order(conditions) },
        ...["S1", "S2", "S3"].map((name) => ({ path: `${name}.guideline`, text: source(name) })),
      ];
      const standings = all.flatMap((one) => all.flatMap((two) => all.map((three) => [one, two, three])));
      for (const states of standings) {
        const found = governing([...set, { path: "cases/one.yaml", text: caseOf(states) }]);
        expect({ conditions, states, found }).toEqual({ conditions, states, found: expected(states, conditions) });
      }
    },
  );

  test("picks the version that is in force on the service date", () => {
    const versions = [
      {
        path: "a.guideline",
        text: source("S1")
          .replace("  applies", "  effective from 2010-01-01 to 2019-12-31\n  applies")
          .replace("imaging if about S1", "imaging if about S1\nimaging excluded if about S1"),
      },
      { path: "b.guideline", text: source("S1").replace("  applies", "  effective from 2020-01-01\n  applies") },
      { path: "cases/one.yaml", text: caseOf(["addresses"]) },
    ];
    const outcomeOn = (date: string) => {
      const files = versions.map(({ path, text }) => ({
        path,
        text: text.replaceAll("2020-01-01, service date: 2020-01-01", `${date}, service date: ${date}`),
      }));
      const { value, diagnostics } = readSet([manifest, ...files]);
      expect(diagnostics).toEqual([]);
      const [own] = value.cases;
      return own && determine(value, own.case).value.determinations[0]?.outcome;
    };
    expect([outcomeOn("2019-12-31"), outcomeOn("2020-01-01"), outcomeOn("2009-12-31")]).toEqual([
      "excluded",
      "criteria met",
      "not addressed",
    ]);
  });

  describe("within a rank", () => {
    const ranked = `guideline "Order"\nauthority "Order"\n  1. S1, S2\n  evidence for treatment: strong, fair, weak\n  evidence for diagnosis: strong, weak\n`;
    const resting = (name: string, ...levels: readonly string[]) => ({
      path: `${name}.guideline`,
      text: source(name).replace("  source", `${levels.map((level) => `  rests on ${level}\n`).join("")}  source`),
    });
    const decided = (one: readonly string[], two: readonly string[], text = caseOf(["addresses", "addresses"])) => {
      const files = [
        manifest,
        { path: "order.guideline", text: ranked },
        resting("S1", ...one),
        resting("S2", ...two),
        { path: "cases/one.yaml", text },
      ];
      const { value, diagnostics } = readSet(files);
      expect(diagnostics).toEqual([]);
      const [own] = value.cases;
      const [determined] = own === undefined ? [] : determine(value, own.case).value.determinations;
      return determined?.authority?.standings.map(({ source: name, standing, why }) => `${name} ${standing}: ${why}`);
    };

    test("the better evidence governs, whatever the order in which they are named", () => {
      expect(decided(["weak for treatment"], ["fair for treatment"])).toEqual([
        "S2 governs: “GS2” addresses this request.",
        "S1 outranked: It addresses this request too, and rests on weaker evidence for treatment (weak) than S2 (fair).",
      ]);
    });

    test.each([
      ["neither says", [], []],
      ["one does not say", [], ["strong for treatment"]],
      ["they speak of different questions", ["weak for treatment"], ["strong for diagnosis"]],
      [
        "each is better on one",
        ["weak for treatment, strong for diagnosis"],
        ["fair for treatment, weak for diagnosis"],
      ],
      ["they are alike", ["fair for treatment"], ["fair for treatment"]],
    ])("the order in which they are named decides where %s, and that is said", (_, one, two) => {
      expect(decided(one, two)).toEqual([
        "S1 governs: “GS1” addresses this request.",
        "S2 outranked: It addresses this request too, and is named after S1; that one of them rests on better evidence is not stated.",
      ]);
    });

    test("a better one that does not address the request gives way in silence", () => {
      const lines = decided(["weak for treatment"], ["strong for treatment"], caseOf(["addresses", "silent"]));
      expect(lines?.map((line) => line.split(":")[0])).toEqual(["S2 silent", "S1 governs"]);
    });

    test("what a guideline states is what evidence against it must outrank, where the case does not say", () => {
      const against = (level: string) =>
        caseOf(["rebutted", "silent"]).replace(", against: weak", "").replace("level: strong", `level: ${level}`);
      const first = (level: string) => decided(["fair for treatment"], [], against(level))?.[0]?.split(":")[0];
      expect([first("strong"), first("fair"), first("weak")]).toEqual(["S1 rebutted", "S1 governs", "S1 governs"]);
    });

    test("a level that the order does not know is told", () => {
      const files = [
        manifest,
        { path: "order.guideline", text: ranked },
        resting("S1", "strongest for treatment, weak for harm"),
      ];
      const said = readSet(files).diagnostics.filter(({ severity }) => severity === "error");
      expect(said.map(({ code, message, hint }) => `${code} ${message} ${hint}`)).toEqual([
        "E0506 `strongest` is no level of evidence for treatment. Did you mean `strong`?",
        "E0506 `harm` is no question whose evidence is ordered here. Known: `treatment` and `diagnosis`.",
      ]);
    });
  });

  test("what is wrong with it is told where it stands", () => {
    const files = [
      { path: "order.guideline", text: order(["", "silent"]) },
      { path: "another.guideline", text: order(["", "silent"]).replace('guideline "Order"', 'guideline "Another"') },
      { path: "S1.guideline", text: source("S1") },
      { path: "stray.guideline", text: source("Nobody").replace("about Nobody", "about nobody") },
      {
        path: "cases/one.yaml",
        text: caseOf(["rebutted"])
          .replace("of: S1", "of: S7")
          .replace("level: strong", "level: stronger")
          .replace("question: treatment", "question: treatment"),
      },
      { path: "twin.guideline", text: source("S1") },
    ];
    const said = readSet([manifest, ...files]).diagnostics.map(
      ({ code, file, message, hint }) => `${code} ${file}: ${message} ${hint ?? ""}`,
    );
    expect(said).toMatchInlineSnapshot(`
      [
        "E0504 twin.guideline: \`GS1\` is also the title of \`S1.guideline\`. Letters cite a guideline by its title. Give each its own, or, to versions of one, dates that do not overlap: \`effective from 2009-06-18 to 2016-12-31\`.",
        "E0527 order.guideline: Two orders of authority are in force at one time. \`another.guideline\` orders the set already. Keep one, or give their guidelines dates that do not overlap.",
        "E0527 stray.guideline: \`GNobody\` stands in no rank of \`Order\`, so it is never consulted. Say by \`adopted by\` or \`source\` whose it is, or name it in a rank: \`S1\` and \`S2\`.",
        "E0527 stray.guideline: \`GNobody\` stands in no rank of \`Order\`, so it is never consulted. Say by \`adopted by\` or \`source\` whose it is, or name it in a rank: \`S1\` and \`S2\`.",
        "W0528 another.guideline: The set holds no guideline of \`S2\`, so it is always silent. A determination says so wherever this source is consulted.",
        "W0528 order.guideline: The set holds no guideline of \`S2\`, so it is always silent. A determination says so wherever this source is consulted.",
        "E0529 cases/one.yaml: \`S7\` is no source that is ranked here. Known: \`S1\`, \`S2\`, \`S1\`, \`S2\`, \`GS1\`, \`Another\`, \`Order\` and \`GNobody\`.",
        "E0529 cases/one.yaml: \`stronger\` is no level of evidence for treatment. Did you mean \`strong\`?",
      ]
    `);
  });
});

describe("The search sequence of the MTUS", () => {
  const files = readdirSync(shippedFolder, { recursive: true, encoding: "utf8" })
    .filter((path) => /\.(?:yaml|guideline)$/.test(path))
    .map((path) => ({ path: path.replaceAll("\\", "/"), text: readFileSync(join(shippedFolder, path), "utf8") }));

  test("decides each of its cases as the regulation says", () => {
    const { value, diagnostics } = readSet(files);
    expect(diagnostics).toEqual([]);
    expect(testSet(value)).toMatchObject({ failed: 0, withoutExpectation: 0 });
  });

  test("says of every source how it stands and why", () => {
    const { value } = readSet(files);
    const standings = value.cases.map(({ path, case: of }) => {
      const [one] = determine(value, of).value.determinations;
      const lines = one?.authority?.standings.map(
        ({ rank, source: name, standing, why }) => `  ${rank} ${name} ${standing}: ${why}`,
      );
      return [path, ...(lines ?? [])].join("\n");
    });
    expect(standings.join("\n")).toMatchInlineSnapshot(`
      "cases/before-the-mtus-was-adopted.yaml
        1 MTUS silent: The set holds no guideline of MTUS that is in force on 2009-06-17.
        2 ACOEM silent: It says nothing of MRI of the cervical spine without contrast.
        2 ODG silent: It applies only where “earlier imaging” holds, which is not so here.
        3 Choosing Wisely silent: It says nothing of MRI of the cervical spine without contrast.
      cases/earlier-imaging-is-not-documented.yaml
        1 MTUS silent: It says nothing of MRI of the lumbar spine without contrast.
        2 ACOEM silent: It says nothing of MRI of the lumbar spine without contrast.
        2 ODG undecided: Whether it applies to this request is not documented.
        3 Choosing Wisely not consulted: Whether a source before it governs must be decided first.
      cases/one-level-stronger.yaml
        1 MTUS rebutted: Its presumption is rebutted, for evidence on diagnosis (level 1a) is brought forward, which outranks the level 1b that it rests on.
        2 ACOEM silent: It says nothing of MRI of the cervical spine without contrast.
        2 ODG governs: “Repeat imaging of the spine” addresses this request.
        3 Choosing Wisely not consulted: A source before it governs.
      cases/one-level-weaker.yaml
        1 MTUS governs: “Neck and Upper Back Complaints, imaging” addresses this request, and evidence on diagnosis (level 1b) is brought forward, which does not outrank the level 1a that it rests on.
        2 ACOEM not consulted: A source before it governs.
        2 ODG not consulted: A source before it governs.
        3 Choosing Wisely not consulted: A source before it governs.
      cases/only-the-third-rank-speaks.yaml
        1 MTUS silent: It says nothing of MRI of the lumbar spine without contrast.
        2 ACOEM silent: It says nothing of MRI of the lumbar spine without contrast.
        2 ODG silent: It applies only where “earlier imaging” holds, which is not so here.
        3 Choosing Wisely governs: “Imaging for low back pain” addresses this request.
      cases/the-level-is-not-documented.yaml
        1 MTUS undecided: “Neck and Upper Back Complaints, imaging” addresses this request; evidence on diagnosis (level not documented) is brought forward, and whether it outranks the level 3 that it rests on is not documented.
        2 ACOEM not consulted: Whether a source before it governs must be decided first.
        2 ODG not consulted: Whether a source before it governs must be decided first.
        3 Choosing Wisely not consulted: Whether a source before it governs must be decided first.
      cases/the-mtus-addresses-it.yaml
        1 MTUS governs: “Neck and Upper Back Complaints, imaging” addresses this request.
        2 ACOEM not consulted: A source before it governs.
        2 ODG not consulted: A source before it governs.
        3 Choosing Wisely not consulted: A source before it governs.
      cases/the-mtus-is-silent.yaml
        1 MTUS silent: It says nothing of MRI of the lumbar spine without contrast.
        2 ACOEM silent: It says nothing of MRI of the lumbar spine without contrast.
        2 ODG governs: “Repeat imaging of the spine” addresses this request.
        3 Choosing Wisely not consulted: A source before it governs.
      cases/the-presumption-holds.yaml
        1 MTUS governs: “Neck and Upper Back Complaints, imaging” addresses this request, and evidence on diagnosis (level 2) is brought forward, which does not outrank the level 2 that it rests on.
        2 ACOEM not consulted: A source before it governs.
        2 ODG not consulted: A source before it governs.
        3 Choosing Wisely not consulted: A source before it governs.
      cases/the-presumption-is-rebutted.yaml
        1 MTUS rebutted: Its presumption is rebutted, for evidence on diagnosis (level 1a) is brought forward, which outranks the level 3 that it rests on.
        2 ACOEM silent: It says nothing of MRI of the cervical spine without contrast.
        2 ODG governs: “Repeat imaging of the spine” addresses this request.
        3 Choosing Wisely not consulted: A source before it governs.
      cases/the-region-is-not-documented.yaml
        1 MTUS undecided: Whether it applies to this request is not documented.
        2 ACOEM not consulted: Whether a source before it governs must be decided first.
        2 ODG not consulted: Whether a source before it governs must be decided first.
        3 Choosing Wisely not consulted: Whether a source before it governs must be decided first.
      cases/the-second-rank-is-rebutted.yaml
        1 MTUS silent: It says nothing of MRI of the lumbar spine without contrast.
        2 ACOEM silent: It says nothing of MRI of the lumbar spine without contrast.
        2 ODG rebutted: Its presumption is rebutted, for evidence on diagnosis (level 1a) is brought forward, which outranks the level 2 that it rests on.
        3 Choosing Wisely governs: “Imaging for low back pain” addresses this request."
    `);
  });
});
