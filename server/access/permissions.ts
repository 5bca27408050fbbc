import type { Role } from "./actor.ts";

/** `public`: everybody, without signing in. Else whoever has one of the roles. */
export type Permission = "public" | readonly Role[];

const viewer = ["viewer"] as const;
const author = ["author"] as const;
const reviewer = ["reviewer"] as const;
const publisher = ["publisher"] as const;
const admin = ["admin"] as const;
const authorOrReviewer = ["author", "reviewer"] as const;
const whoeverWorksOnAChange = ["author", "reviewer", "publisher"] as const;
const whoeverMayAudit = ["reviewer", "publisher", "admin"] as const;

/**
 * Who may ask for what. A parameter is `:` and a name, `*` the rest of the path. The server refuses every route that has
 * no row here.
 */
export const permissions: Readonly<Record<string, Permission>> = {
  "GET /healthz": "public",
  "GET /readyz": "public",
  "GET /openapi.json": "public",
  "GET /.well-known/jwks.json": "public",
  "GET /*": "public",
  "GET /api/session": "public",
  "POST /api/auth/sign-in": "public",
  "POST /api/auth/sign-out": "public",
  "POST /api/auth/password": "public",
  "POST /api/auth/provider": "public",
  "GET /api/auth/callback/oidc": "public",

  "GET /api/sets": viewer,
  "GET /api/sets/:set": viewer,
  "GET /api/sets/:set/files/*": viewer,
  "GET /api/sets/:set/history": viewer,
  "GET /api/sets/:set/history/:revision": viewer,
  "GET /api/sets/:set/pull": viewer,
  "GET /api/sets/:set/releases": viewer,
  "GET /api/sets/:set/releases/:version": viewer,
  "GET /api/sets/:set/releases/:version/payload": viewer,
  "GET /api/sets/:set/releases/:version/attestation": viewer,
  "GET /api/changes": viewer,
  "GET /api/changes/:id": viewer,
  "GET /api/changes/:id/plan": viewer,
  "GET /api/changes/:id/comments": viewer,
  "GET /api/changes/:id/rounds/:round/texts": viewer,
  "GET /api/log/head": viewer,
  "GET /api/log/entries": viewer,
  "GET /api/log/consistency": viewer,
  "GET /api/due": viewer,
  "POST /api/letters": viewer,
  "GET /api/account/tokens": viewer,
  "POST /api/account/tokens": viewer,
  "DELETE /api/account/tokens/:id": viewer,
  "PUT /api/account/password": viewer,

  "POST /api/sets": author,
  "PUT /api/sets/:set/files/*": author,
  "DELETE /api/sets/:set/files/*": author,
  "POST /api/sets/:set/push": author,
  "POST /api/sets/:set/removal": author,
  "POST /api/sets/:set/restoration": author,
  "POST /api/sets/:set/changes": author,
  "POST /api/changes/:id/rounds": author,
  "POST /api/changes/:id/withdrawal": author,
  "POST /api/sets/:set/rollback": author,

  "POST /api/changes/:id/comments": whoeverWorksOnAChange,
  "PUT /api/changes/:id/comments/:comment/resolution": whoeverWorksOnAChange,

  "POST /api/changes/:id/acknowledgments": reviewer,
  "POST /api/changes/:id/approvals": reviewer,
  "POST /api/sets/:set/yearly-reviews": reviewer,
  "POST /api/determinations": authorOrReviewer,
  "POST /api/determinations/comparison": authorOrReviewer,
  "GET /api/determinations": reviewer,
  "GET /api/determinations/:id": reviewer,
  "POST /api/determinations/:id/decisions": reviewer,
  "GET /api/candidates": authorOrReviewer,
  "POST /api/candidates/:id/case": author,

  "POST /api/changes/:id/waivers": publisher,
  "POST /api/changes/:id/release": publisher,
  "POST /api/sets/:set/releases/:version/retirement": publisher,

  "GET /api/audit": whoeverMayAudit,
  "GET /api/audit/verification": whoeverMayAudit,

  "GET /api/people": admin,
  "POST /api/people": admin,
  "PUT /api/people/:id": admin,
  "POST /api/people/:id/link": admin,
  "GET /api/attribution": admin,
  "POST /api/attribution": admin,
  "GET /api/keys": admin,
  "POST /api/keys": admin,
  "POST /api/keys/rotation": admin,
  "POST /api/keys/:kid/revocation": admin,
  "POST /api/audit/clock": admin,
  "POST /api/backup": admin,
  "DELETE /api/cases/:digest": admin,
};
