import type { Context } from "hono";
import type { Access } from "../access/index.ts";
import type { Credential } from "../protocol/index.ts";
import { problem } from "./problems.ts";

/** Whether the person who asks has shown again who they are, as all that is signed or administered needs; `null`: so it is. */
export async function credentialBarrier(c: Context, access: Access, credential: Credential | undefined) {
  const confirmed = await access.confirmCredential(c.req.raw, c.get("actor"), credential);
  return confirmed.ok ? null : problem(c, confirmed.status, confirmed.detail);
}
