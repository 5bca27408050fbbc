import type { Analyst } from "../../worker/index.ts";
import { guidelineLanguage } from "./language.ts";
import { pathOf, textOf } from "./models.ts";
import { monaco } from "./monaco.ts";
import { positionsIn } from "./positions.ts";

/** Declarations, outlines and runs of comments fold at the left margin. */
export function registerFolds(analyst: Analyst): monaco.IDisposable {
  return monaco.languages.registerFoldingRangeProvider(guidelineLanguage, {
    provideFoldingRanges: async (model) => {
      const text = textOf(model);
      const positions = positionsIn(text);
      const folds = await analyst.language.folding({ path: pathOf(model), text });
      return folds.map(({ span, kind }) => {
        const { startLineNumber: start, endLineNumber: end } = positions.range(span);
        return kind === "comment" ? { start, end, kind: monaco.languages.FoldingRangeKind.Comment } : { start, end };
      });
    },
  });
}
