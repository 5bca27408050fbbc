import type { FoundOut } from "../../../engine/attestation/index.ts";
import type { Tone } from "../../theme/index.ts";

export const verdictTones: Readonly<Record<FoundOut["verdict"], Tone>> = {
  verified: "met",
  refused: "not-met",
  "not proved": "not-documented",
};

export const verdictWords: Readonly<Record<FoundOut["verdict"], string>> = {
  verified: "Verified in this browser",
  refused: "Not what was published",
  "not proved": "Nothing is wrong, but it is not proved who signed it",
};
