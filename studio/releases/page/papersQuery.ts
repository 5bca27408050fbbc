import { queryOptions } from "@tanstack/react-query";
import { verifyRelease } from "../../../engine/release/index.ts";
import { orThrow, releaseFiles, requestBytes } from "../../api/index.ts";

/** What a release holds for people to read. */
export interface Papers {
  /** A page of its own, HTML without scripts. */
  readonly policy: string;
  /** Markdown; the latest release first. */
  readonly changelog: string;
}

/** The papers inside a payload, whose bytes are checked before anything in it is shown. It never changes. */
export const papersQuery = (set: string, version: string) =>
  queryOptions({
    queryKey: ["papers", set, version],
    queryFn: async (): Promise<Papers> => papersIn(await orThrow(requestBytes(releaseFiles(set, version).payload))),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });

async function papersIn(payload: Uint8Array): Promise<Papers> {
  const verified = await verifyRelease(payload);
  if (!verified.ok) throw new Error(verified.reasons.join(" "));
  const textOf = (path: string): string =>
    new TextDecoder().decode(verified.files.find((file) => file.path === path)?.content);
  return { policy: textOf("policy.html"), changelog: textOf("CHANGELOG.md") };
}
