import type { Word } from "../syntax/index.ts";
import type { Environment } from "./environment.ts";
import { counted, different, quantified } from "./listCounts.ts";
import { mentions } from "./listMentions.ts";
import { fieldOfOne, sinceLatest } from "./listMoments.ts";
import { consecutive } from "./listRuns.ts";
import type { Reading } from "./reading.ts";

/** `any injection`, `at least 2 different kinds of treatment`, `PO2 of the latest test at rest at or below 55 mmHg` */
export function listReadings(words: readonly Word[], environment: Environment): readonly Reading[] {
  return mentions(words, environment).flatMap((mention) => [
    ...quantified(mention),
    ...counted(mention),
    ...different(mention),
    ...consecutive(mention, environment),
    ...fieldOfOne(mention, environment),
    ...sinceLatest(mention, environment),
  ]);
}
