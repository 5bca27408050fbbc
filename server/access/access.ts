import type { Credential, Session } from "../protocol/index.ts";
import type { Actor } from "./actor.ts";
import type { Confirmed } from "./confirmed.ts";
import type { Team } from "./team/index.ts";

/** How a server knows who asks. */
export interface Access {
  readonly mode: Session["mode"];
  /** The address people use, without a path; `null`: that of this machine, whatever the port. */
  readonly address: string | null;
  /** The accounts; `null` in local mode, where there are none. */
  readonly team: Team | null;
  /** How somebody may sign in here. */
  readonly signIn: Session["signIn"];
  /** Who asks; `null`: nobody that is known, or somebody who may not enter any more. */
  readonly whoAsks: (request: Request) => Promise<Actor | null>;
  /** How this person shows again who they are when they sign something. */
  readonly signsWith: (request: Request) => Promise<Session["signsWith"]>;
  /**
   * Asked before every signature (21 CFR 11.200): whether the person who asks has just shown who they are. Wrong
   * credentials are counted, limited and audited here. Answer a refusal with `problem(c, status, detail)`.
   */
  readonly confirmCredential: (
    request: Request,
    actor: Actor,
    credential: Credential | undefined,
  ) => Promise<Confirmed>;
}
