import { z } from "zod";
import type { Problem, Rule, Tree } from "../rule.ts";

const versions = z.record(z.string(), z.string()).default({});
const manifestSchema = z.object({ dependencies: versions, devDependencies: versions });
const lockSchema = z.object({ packages: z.record(z.string(), z.object({ optionalDependencies: versions })) });

type Manifest = z.infer<typeof manifestSchema>;

function manifestOf({ texts }: Tree): Manifest {
  return manifestSchema.parse(JSON.parse(texts["package.json"] ?? "{}"));
}

function looseVersions(tree: Tree): readonly Problem[] {
  const { dependencies, devDependencies } = manifestOf(tree);
  return Object.entries({ ...dependencies, ...devDependencies })
    .filter(([, version]) => !/^\d+\.\d+\.\d+/.test(version))
    .map(([name, version]) => ({
      path: "package.json",
      line: 0,
      message: `${name} is "${version}": name one exact version (npm install --save-exact ${name})`,
    }));
}

export const exactVersions: Rule = {
  name: "packages have exact versions",
  check: looseVersions,
  good: [{ "package.json": '{"dependencies":{"a":"1.2.3"},"devDependencies":{"b":"2.0.0-rc.1"}}' }],
  bad: [{ "package.json": '{"dependencies":{"a":"^1.2.3"}}' }, { "package.json": '{"devDependencies":{"a":"*"}}' }],
};

function lockGaps({ texts }: Tree): readonly Problem[] {
  const { packages } = lockSchema.parse(JSON.parse(texts["package-lock.json"] ?? '{"packages":{}}'));
  const wanted = Object.values(packages).flatMap(({ optionalDependencies }) => Object.keys(optionalDependencies));
  return wanted
    .filter((name) => packages[`node_modules/${name}`] === undefined)
    .map((name) => ({
      path: "package-lock.json",
      line: 0,
      message: `${name} is missing, and npm ci refuses the file on every platform: run npm run lock`,
    }));
}

export const completeLock: Rule = {
  name: "the lock file names the packages of every platform",
  check: lockGaps,
  good: [
    {
      "package-lock.json":
        '{"packages":{"node_modules/a":{"optionalDependencies":{"a-linux":"1.0.0"}},"node_modules/a-linux":{}}}',
    },
  ],
  bad: [{ "package-lock.json": '{"packages":{"node_modules/a":{"optionalDependencies":{"a-linux":"1.0.0"}}}}' }],
};

function missingNotices(tree: Tree): readonly Problem[] {
  const notices = tree.texts["NOTICES.md"] ?? "";
  return Object.keys(manifestOf(tree).dependencies)
    .filter((name) => !notices.includes(`| ${name} |`))
    .map((name) => ({
      path: "NOTICES.md",
      line: 0,
      message: `${name} is part of the product and not named: add its row, and its notice where its licence asks for one`,
    }));
}

export const notices: Rule = {
  name: "every package of the product has its notice",
  check: missingNotices,
  good: [{ "package.json": '{"dependencies":{"a":"1.0.0"}}', "NOTICES.md": "| a | MIT |" }],
  bad: [{ "package.json": '{"dependencies":{"a":"1.0.0"}}', "NOTICES.md": "| ab | MIT |" }],
};
