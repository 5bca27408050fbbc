export type { Decoded } from "./canonical.ts";
export type { Check, CheckName } from "./check.ts";
export { notDeciding, type Standing } from "./deciding.ts";
export { oneLine, personName } from "./fields.ts";
export {
  asJwks,
  decodeKeySet,
  type KeyRecord,
  keyRecordSchema,
  type KeyRevocation,
  type KeySet,
  thumbprint,
} from "./keySet.ts";
export { hashOfLeaf, momentOf, type Leaf, leafSchema, releaseLeaf, type RetirementLeaf } from "./leaf.ts";
export { assembleLog, decodeLog, encodeLog, leafHashes, type ReleaseLog, rootAt } from "./log.ts";
export { consistencyProof, type Hash, inclusionProof, isConsistent, isIncluded, leafHash, treeRoot } from "./merkle.ts";
export { attestedPayload, type AttestedPayload, checkRebuilt } from "./payload.ts";
export type { Replacement } from "./replacement.ts";
export { type Effective, endedBy, retirementIn } from "./retirement.ts";
export {
  type Approval,
  type Attestation,
  decodeAttestation,
  encodeAttestation,
  type Statement,
  type Waiver,
} from "./statement.ts";
export {
  decodePinnedHead,
  encodePin,
  headBytes,
  type PinnedHead,
  type SignedHead,
  signedHeadSchema,
  type TreeHead,
} from "./treeHead.ts";
export { type FoundOut, verifyPublished } from "./verifyPublished.ts";
export { type Evidence, type Verdict, verifyAttestation, verifyLog } from "./verify.ts";
