import { expect, test } from "vitest";
import { firstDay } from "../../../studio/publishing/days.ts";

test("today is proposed, or the first day that is possible", () => {
  expect(firstDay(null, "2026-03-10")).toBe("2026-03-10");
  expect(firstDay({ from: "2026-03-10" }, "2026-03-10")).toBe("2026-03-10");
  expect(firstDay({ from: "2026-03-09" }, "2026-03-10")).toBe("2026-03-10");
  expect(firstDay({ from: "2026-03-11" }, "2026-03-10")).toBe("2026-03-11");
});
