import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { analyse, type Diagnostic, render } from "../../../dsl/index.ts";
import { fromVisible, toVisible } from "../../support/index.ts";

const folder = join(import.meta.dirname, "../../../dsl/diagnostic/pages");

interface Page {
  readonly code: string;
  readonly path: string;
  readonly text: string;
  readonly avoid: string;
  readonly says: string;
  readonly prefer: string;
}

/** Pages about the text of a guideline show it; those about whole files, cases and sets tell it in prose or YAML. */
const aboutGuidelines = /^[EW]0[1-4]/;
const inProse: ReadonlySet<string> = new Set(["E0110", "E0111", "E0115"]);

const pages: readonly Page[] = readdirSync(folder)
  .filter((name) => aboutGuidelines.test(name))
  .map((name) => readPage(name.replace(/\.md$/, ""), join(folder, name)));

function readPage(code: string, path: string): Page {
  const text = readFileSync(path, "utf8");
  return {
    code,
    path,
    text,
    avoid: block(text, "Avoid", "guideline"),
    says: block(text, "Says", "text"),
    prefer: block(text, "Prefer", "guideline"),
  };
}

function block(text: string, section: string, language: string): string {
  return (
    new RegExp(`^## ${section}\\n(?:(?!^## )[\\s\\S])*?^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, "m").exec(
      text,
    )?.[1] ?? ""
  );
}

const diagnosticsOf = (text: string): readonly Diagnostic[] => analyse({ name: "example.guideline", text }).diagnostics;

function said(shown: string): string {
  const text = fromVisible(shown);
  return toVisible(
    diagnosticsOf(text)
      .map((diagnostic) => `${render(diagnostic, text)}\n`)
      .join("\n"),
  );
}

function checkSays({ path, text, avoid, says }: Page): void {
  const now = said(avoid);
  const update = process.env["UPDATE_GOLDEN"] === "1";
  if (update)
    writeFileSync(
      path,
      text.replace(saysBlock, (_, open: string) => `${open}${now}\`\`\``),
    );
  expect(now, `${path} (UPDATE_GOLDEN=1 rewrites it)`).toBe(update ? now : says);
}

const saysBlock = /(^## Says\n\n```text\n)[\s\S]*?^```$/m;

/** A fix leaves nothing of what it is offered for; a safe one leaves less to be said than before. */
function checkFix(source: string, { code, message }: Diagnostic, fix: Diagnostic["fixes"][number]): void {
  const before = diagnosticsOf(source);
  const after = diagnosticsOf(withFix(source, fix));
  const remains = after.some((other) => other.code === code && other.message === message);
  const gains = !fix.safe || after.length < before.length;
  expect({ fix: fix.title, remains, gains }).toEqual({ fix: fix.title, remains: false, gains: true });
}

function withFix(text: string, fix: Diagnostic["fixes"][number]): string {
  const edits = fix.edits.toSorted((a, b) => b.span.start - a.span.start);
  return edits.reduce((now, edit) => now.slice(0, edit.span.start) + edit.text + now.slice(edit.span.end), text);
}

describe("explanation pages", () => {
  for (const page of pages) {
    const { code, text, avoid, prefer } = page;

    it(`${code} begins with its code and a title, and says why`, () => {
      expect(text).toMatch(new RegExp(`^# ${code}: \\S.*[^.]\\n\\n\\S`));
      expect(text).toMatch(/\n## Why\n\n\S.*\.\n$/s);
    });

    if (inProse.has(code)) continue;

    it(`${code} shows all that is said of what to avoid`, () => {
      expect(diagnosticsOf(fromVisible(avoid)).map((diagnostic) => diagnostic.code)).toContain(code);
      checkSays(page);
    });

    it(`${code} prefers what nothing is said of`, () => {
      expect(prefer).not.toBe("");
      expect(said(prefer)).toBe("");
    });

    it(`${code}: every fix offered answers what it is offered for`, () => {
      const source = fromVisible(avoid);
      for (const diagnostic of diagnosticsOf(source))
        for (const fix of diagnostic.fixes) checkFix(source, diagnostic, fix);
    });
  }
});
