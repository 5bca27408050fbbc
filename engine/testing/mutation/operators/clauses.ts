import { atPlaces } from "../edit.ts";

export const droppedWaiver = atPlaces("dropped waiver", ({ expression }) => {
  if (expression.kind !== "qualified") return [];
  return expression.waivers.map(({ span }, at) => ({
    by: { ...expression, waivers: expression.waivers.toSpliced(at, 1) },
    span,
  }));
});

/** A `but not if` is forgotten. */
export const droppedException = atPlaces("dropped exception", ({ expression }) => {
  if (expression.kind !== "qualified") return [];
  return expression.exceptions.map(({ span }, at) => ({
    by: { ...expression, exceptions: expression.exceptions.toSpliced(at, 1) },
    span,
  }));
});

/** A `when ... requires` is forgotten. */
export const droppedRequirement = atPlaces("dropped requirement", ({ expression }) => {
  if (expression.kind !== "qualified") return [];
  return expression.requirements.map(({ requires: { span } }, at) => ({
    by: { ...expression, requirements: expression.requirements.toSpliced(at, 1) },
    span,
  }));
});
