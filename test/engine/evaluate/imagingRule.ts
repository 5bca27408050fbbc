import { HIGHEST } from "../../../dsl/index.ts";
import { lower } from "../../../engine/ir/index.ts";
import { all, any, criterion, fact, guideline, oneOf, recommend, trial, within, yes, yesOrNo } from "../writing.ts";

/** The imaging recommendations of ACOEM chapter 8, pages 177-179, as the first file of the language has them. */
export const imagingRule = lower(
  guideline({
    facts: [
      fact("requested body region", oneOf("cervical spine", "thoracic spine", "lumbar spine")),
      fact("significant symptom change", yesOrNo),
      fact("tissue insult or neurovascular dysfunction", yesOrNo),
      fact("strengthening program", trial),
      fact("planned procedure", oneOf("none", "injection", "surgery")),
      fact("anatomy is unclear", yesOrNo),
    ],
    scope: within("requested body region", 0, 0),
    definitions: {
      "failed strengthening": all(
        within("strengthening program", 42, HIGHEST, "duration in days"),
        within("strengthening program", 0, 0, "response"),
      ),
      "pre-invasive clarification": all(yes("anatomy is unclear"), within("planned procedure", 1, 2)),
    },
    recommendations: [
      recommend(
        "if",
        any(
          yes("significant symptom change"),
          criterion("failed strengthening"),
          criterion("pre-invasive clarification"),
        ),
      ),
      recommend("if", yes("tissue insult or neurovascular dysfunction")),
    ],
  }),
);
