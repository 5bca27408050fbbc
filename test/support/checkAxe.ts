import { source } from "axe-core";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { z } from "zod";

const found = z.array(z.object({ id: z.string(), help: z.string(), nodes: z.array(z.object({ html: z.string() })) }));

/** Checks the page as it stands with axe: no breach of WCAG 2.2 A and AA. `within` narrows it to a part of the page. */
export async function checkAxe(page: Page, within = "body"): Promise<void> {
  // Evaluated through the debugger, so that the page's own content security policy stays in force.
  await page.evaluate(source);
  const run = `axe.run(${JSON.stringify(within)}, { runOnly: ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"] }).then((r) => r.violations)`;
  const violations = found.parse(await page.evaluate(run));
  expect(
    violations.map(({ id, help, nodes }) => `${id}: ${help}\n  ${nodes.map(({ html }) => html).join("\n  ")}`),
  ).toEqual([]);
}
