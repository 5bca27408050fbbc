import { expect, onTestFinished, test, vi } from "vitest";
import { knees } from "./knees.ts";
import { workplace } from "./precept.ts";

vi.mock(import("node:os"), async (actual) => ({
  ...(await actual()),
  userInfo: () => {
    throw new Error("uv_os_get_passwd returned ENOENT");
  },
}));

test("an account without a name is asked who publishes", async () => {
  const place = await workplace(knees);
  onTestFinished(() => place.leave());
  const { code, err } = await place.precept("publish knees --dry-run");
  expect([code, err]).toEqual([2, expect.stringContaining("Say who publishes with `--name NAME`.")]);
});
