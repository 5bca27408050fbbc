import { defineConfig } from "vitest/config";

// A file of its own because the root of vite.config.ts is the studio, and the root of the tests is the repository.
const browser = ["test/**/*.browser.test.ts"];

export default defineConfig({
  test: {
    allowOnly: false,
    globalSetup: ["test/support/storeTemplate.ts"],
    projects: [
      {
        test: {
          name: "unit",
          include: ["test/**/*.test.{ts,tsx}"],
          exclude: browser,
          globalSetup: "test/support/engineBuilt.ts",
        },
      },
      {
        test: {
          name: "browser",
          include: browser,
          // One Chromium and one server at a time: the machine they are measured for has two cores.
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
