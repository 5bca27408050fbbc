import { join } from "node:path";
import { analyse, type Diagnostic, type Guideline, type ParaphraseForm, paraphrase } from "../../dsl/index.ts";
import { type ExitCode, exit } from "../exit.ts";
import { analyseSet, isAskedFor, readSources, type Sources } from "../input/index.ts";
import { drawDiagnostics, hasError, printJson } from "../output/index.ts";
import { reportUsage } from "../report.ts";
import type { Terminal } from "../terminal.ts";

export const forms = ["sentences", "outline"] as const satisfies readonly ParaphraseForm[];

interface Asked {
  readonly form: ParaphraseForm;
  readonly json: boolean;
}

/** Says guidelines back in canonical words. One with an error is not said back: its meaning is not known. */
export async function explainGuidelines(
  terminal: Terminal,
  paths: readonly string[],
  { form, json }: Asked,
): Promise<ExitCode> {
  const sources = await readSources(terminal, paths);
  if (sources.problems.length > 0) return reportUsage(terminal, sources.problems);
  const { guidelines, diagnostics, texts } = read(sources);
  terminal.err(
    drawDiagnostics(
      diagnostics.filter(({ severity }) => severity === "error"),
      texts,
      terminal.colour,
    ),
  );
  const said = guidelines.map(({ path, guideline }) => ({ path, text: paraphrase(guideline, form) }));
  if (json) printJson(terminal, { as: form, guidelines: said });
  else terminal.out(said.map(({ text }) => text).join("\n"));
  return hasError(diagnostics) ? exit.findings : exit.fine;
}

interface Read {
  readonly guidelines: readonly { readonly path: string; readonly guideline: Guideline }[];
  readonly diagnostics: readonly Diagnostic[];
  readonly texts: ReadonlyMap<string, string>;
}

function read(sources: Sources): Read {
  const parts = [
    ...sources.sets.map((source): Read => {
      const { set, diagnostics, texts } = analyseSet(source);
      const asked = set.guidelines.filter(({ path }) => isAskedFor(source, path));
      return {
        guidelines: asked.map(({ path, guideline }) => ({ path: join(source.shown, path), guideline })),
        diagnostics,
        texts,
      };
    }),
    ...sources.guidelines.map(({ path, text }): Read => {
      const { value, diagnostics } = analyse({ name: path, text });
      const guidelines = hasError(diagnostics) ? [] : [{ path, guideline: value }];
      return { guidelines, diagnostics, texts: new Map([[path, text]]) };
    }),
  ];
  return {
    guidelines: parts.flatMap((part) => part.guidelines),
    diagnostics: [...sources.diagnostics, ...parts.flatMap((part) => part.diagnostics)],
    texts: new Map(parts.flatMap((part) => [...part.texts])),
  };
}
