export {
  type Access,
  type Actor,
  isMiddleware,
  localAccess,
  permissions,
  type Role,
  routeKey,
} from "./access/index.ts";
export { createApp, type RunningServer, startServer, type Workspace } from "./http/index.ts";
