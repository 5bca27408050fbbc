import axe from "axe-core";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { z } from "zod";

const found = z.array(z.object({ id: z.string(), help: z.string(), nodes: z.array(z.object({ html: z.string() })) }));

/** Checks the page as it stands with axe: no breach of WCAG 2.2 A and AA. `within` narrows it to a part of the page. */
export async function checkAxe(page: Page, within = "body"): Promise<void> {
  // Evaluated through the debugger, so that the page's own content security policy stays in force.
  await page.evaluate(axe.source);
  const run = `axe.run(${JSON.stringify(within)}, { runOnly: ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"] }).then((r) => r.violations)`;
  const violations = found.parse(await page.evaluate(run));
  expect(violations.map(inform).join("\n")).toBe("");
}

function inform({ id, help, nodes }: z.infer<typeof found>[number]): string {
  return [`${id}: ${help}`, ...nodes.map(({ html }) => `  ${html}`)].join("\n");
}
