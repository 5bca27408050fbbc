export type { Access, Confirmed } from "./access.ts";
export type { Actor, Role } from "./actor.ts";
export { localAccess } from "./local.ts";
export { permissions } from "./permissions.ts";
export { isMiddleware, onlyPermitted, routeKey } from "./permitted.ts";
