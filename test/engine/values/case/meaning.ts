import { decodeCase } from "../../../../engine/values/case/index.ts";

/** What a case file says, without where it says it: equal for texts that mean the same. */
export function meaningOf(text: string): unknown {
  return withoutPlaces(decodeCase({ name: "case.yaml", text }));
}

/** Plain data without its places. */
export function withoutPlaces(data: unknown): unknown {
  return JSON.parse(JSON.stringify(data, (key, value: unknown) => (key === "place" ? undefined : value)));
}
