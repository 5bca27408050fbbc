export type { Access } from "./access.ts";
export type { Confirmed } from "./confirmed.ts";
export type { Actor, Role } from "./actor.ts";
export { localAccess } from "./local.ts";
export { openLocal } from "./openLocal.ts";
export { permissions } from "./permissions.ts";
export { isMiddleware, onlyPermitted, routeKey } from "./permitted.ts";
export {
  type AccessToken,
  addPerson,
  CALLBACK_PATH,
  type Cookies,
  changePassword,
  changePerson,
  endToken,
  finishAtProvider,
  keepTelling,
  listPeople,
  listTokens,
  makeLink,
  makeToken,
  type OneTimeLink,
  openTeam,
  type Outcome,
  type Person,
  type PasswordReset,
  type ProviderSettings,
  recentResets,
  signInWithPassword,
  signOut,
  startAtProvider,
  tellRefusals,
  type Team,
  usePasswordLink,
} from "./team/index.ts";
export { teamAccess } from "./teamAccess.ts";
