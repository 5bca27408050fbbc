import { type GuidelineInSet, judge, namedAnswer, type Scene as Judged } from "../../../../engine/determine/index.ts";
import { definitionsUsed } from "../../../../engine/logic/index.ts";
import { exampleAsCase } from "../../../../engine/values/case/index.ts";
import type { Case } from "../../../../engine/values/index.ts";
import type { CriterionCounts } from "../protocol.ts";
import type { Version } from "../scene.ts";

/** The guidelines that each case of the set and each example comes by, one scene a case and guideline. */
export function testedScenes({ guidelines, set, inForce }: Version): readonly Judged[] {
  const cases = set.cases.flatMap(({ case: of }) => scenesOf(of, guidelines));
  const examples = inForce.flatMap((own) =>
    own.guideline.examples.flatMap((example) =>
      scenesOf(exampleAsCase(own.guideline, example), { name: guidelines.name, guidelines: [own] }),
    ),
  );
  return [...cases, ...examples];
}

function scenesOf(of: Case, guidelines: Parameters<typeof judge>[0]): readonly Judged[] {
  const scenes = of.requests.flatMap((request) => {
    const { governing, silent, outOfScope } = judge(guidelines, of, request);
    return [...(governing === null ? [] : [governing]), ...silent, ...outOfScope].map(({ scene }) => scene);
  });
  return [...new Map(scenes.map((scene) => [scene.guideline, scene])).values()];
}

/** How each criterion that is declared by name is answered. */
export function criterionCounts(
  { guideline, compiled: { program } }: GuidelineInSet,
  scenes: readonly Judged[],
): readonly CriterionCounts[] {
  const own = scenes.filter((scene) => scene.guideline === guideline);
  const used = program.services.map(({ service, addressed, criteria, exclusion, within }) => ({
    name: guideline.services.find(({ key }) => key === service)?.name ?? service,
    definitions: definitionsUsed(program, [addressed, criteria, exclusion, within]),
  }));
  return guideline.definitions
    .filter(({ span }) => span.file === undefined)
    .map(({ key, name, span }) => {
      const answers = own.map((scene) => namedAnswer(scene, name));
      const count = (answer: string) => answers.filter((each) => each === answer).length;
      return {
        name,
        span,
        services: used.filter(({ definitions }) => definitions.has(key)).map((service) => service.name),
        met: count("met"),
        notMet: count("not met"),
        notDocumented: count("not documented"),
      };
    });
}
