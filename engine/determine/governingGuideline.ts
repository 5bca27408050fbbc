import { once } from "../values/index.ts";
import { changesInWords } from "../words/index.ts";
import type { Governing } from "./determination.ts";
import type { ServiceOutline } from "./outline/index.ts";

/** The guideline that decides on a service, as determinations name it. */
export const governingOf = once(({ guideline, service }: ServiceOutline): Governing => {
  const { title, file, source, adoptedBy, overlay } = guideline;
  const changes = overlay === null ? null : { base: overlay.base, sentences: changesInWords(overlay) };
  return { guideline: title, file, service: service.key, source, adoptedBy, changes };
});
