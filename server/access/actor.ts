/** What a person may do is the sum of their roles. No role implies another, except that every role implies viewer. */
export const roles = ["viewer", "author", "reviewer", "publisher", "admin"] as const;
export type Role = (typeof roles)[number];

/** Who asks. In local mode there is one, `local`, with every role. */
export interface Actor {
  readonly id: string;
  /** As printed beside a signature. */
  readonly name: string;
  readonly roles: readonly Role[];
}

declare module "hono" {
  interface ContextVariableMap {
    /** Who asks, on every route that is not open to everybody. */
    actor: Actor;
  }
}
