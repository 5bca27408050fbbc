import type { Problem, Rule, Tree } from "../rule.ts";

/** What the customer fixed, the two shells around it, and files that tools look for only there; the README says why. */
const topLevel = new Set([
  "dsl",
  "engine",
  "studio",
  "guidelines",
  "test",
  "server",
  "cli",
  "package.json",
  "package-lock.json",
  "tsconfig.json",
  "vite.config.ts",
  "vitest.config.ts",
  "README.md",
  "CHANGELOG.md",
  "LICENSE",
  "NOTICES.md",
]);

function strangers(tree: Tree): readonly Problem[] {
  const names = new Set(pathsOf(tree).map((path) => path.split("/")[0] ?? ""));
  return [...names]
    .filter((name) => !topLevel.has(name) && !name.startsWith("."))
    .map((path) => ({
      path,
      line: 0,
      message:
        "the top level is fixed: find the room this belongs to, or write its reason in the README and add it here",
    }));
}

export const pathsOf = ({ sources, texts }: Tree): readonly string[] => [
  ...sources.map(({ path }) => path),
  ...Object.keys(texts),
];

export const fixedTopLevel: Rule = {
  name: "nothing new at the top level",
  check: strangers,
  good: [{ "dsl/a.ts": "", "README.md": "", ".editorconfig": "", ".ci/run": "" }],
  bad: [{ "lib/a.ts": "" }, { "jest.config.ts": "" }, { "docs/a.md": "" }, { "memory:/PG_VERSION": "" }],
};

const places = [
  { pattern: /(?<![\w.])\/(?:work|root|home|Users)\/\w/, what: "a path of one machine" },
  { pattern: /registry\.[a-z]+\.(?:org|com)/, what: "the host of a registry" },
  { pattern: /"resolved":\s*"http/, what: "the host a package came from" },
];

function machineDetails({ sources, texts }: Tree): readonly Problem[] {
  const files = [...sources.map(({ path, text }) => ({ path, text })), ...entriesOf(texts)];
  return files.flatMap(({ path, text }) =>
    text.split("\n").flatMap((line, index) => {
      const found = places.find(({ pattern }) => pattern.test(line));
      const message = `${found?.what} works nowhere else: use a path relative to the repository, or npm's own settings`;
      return found === undefined ? [] : [{ path, line: index + 1, message }];
    }),
  );
}

const entriesOf = (texts: Tree["texts"]) => Object.entries(texts).map(([path, text]) => ({ path, text }));

export const noMachineDetails: Rule = {
  name: "no machine's paths and no registry's host",
  check: machineDetails,
  good: [{ "README.md": "see /usr/bin/chromium, ./home/page and https://example.org/home/a" }],
  bad: [
    { "README.md": `see ${path("work", "main")}` },
    { "dsl/a.ts": `export const a = "${path("home", "ann", "x")}";` },
    { "package-lock.json": JSON.stringify({ resolved: "https://x.y" }, null, 2) },
    { ".npmrc": `a=https://${["registry", "npmjs", "org"].join(".")}/` },
  ],
};

/** Spelled in parts, so that this file does not break its own rule. */
function path(...parts: readonly string[]): string {
  return ["", ...parts].join("/");
}
