import { type AttestedPayload, attestedPayload } from "../../../engine/attestation/index.ts";
import { type ReleaseManifest, setTexts, verifyRelease } from "../../../engine/release/index.ts";

/** A release as it is opened: its own engine, its texts, its manifest. */
export interface ReleaseParts {
  /** Releases that share an engine share what is loaded of it. */
  readonly engine: { readonly sha256: string; readonly bytes: Uint8Array };
  readonly files: readonly { readonly path: string; readonly text: string }[];
  readonly manifest: ReleaseManifest;
}

/** A release taken apart, and which release that is, for whoever looks at its attestation. */
export interface TakenApart {
  readonly parts: ReleaseParts;
  readonly attested: AttestedPayload;
}

/** Takes a payload apart; `null`: it is not, byte for byte, the release of this digest. */
export async function takeApart(payload: Uint8Array, digest: string): Promise<TakenApart | null> {
  const verified = await verifyRelease(payload);
  if (!verified.ok || verified.release.digest !== digest) return null;
  const { manifest } = verified.release;
  const engine = verified.files.find(({ path }) => path === "engine.js");
  if (engine === undefined) return null;
  const files = setTexts(verified.files);
  const parts = { engine: { sha256: manifest.engine.sha256, bytes: engine.content }, files, manifest };
  return { parts, attested: attestedPayload(verified.release) };
}
