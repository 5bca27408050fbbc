import { betterAuth } from "better-auth";
import type { Database } from "../../store/index.ts";
import { hashIdentifier } from "./identifiers.ts";
import { PASSWORD_LENGTH } from "./passwords.ts";
import { findActive } from "./person.ts";
import { type KnownProvider, providerPlugin } from "./provider.ts";
import { underway } from "./underway.ts";

export interface LibrarySettings {
  /** The address people use, without a path: `https://precept.example`. */
  readonly address: string;
  /** What cookies are signed with. */
  readonly secret: string;
  /** `null`: nobody signs in there, or it has not answered yet. */
  readonly provider: KnownProvider | null;
}

const SESSION_HOURS = 12;

export type Library = ReturnType<typeof createLibrary>;

/**
 * Passwords, sessions, cookies and the dialogue with the provider, by better-auth over our tables. Nobody gets an account
 * by signing in: a person is listed first. Sessions are looked up at every request, so that one that is deleted is over.
 */
export function createLibrary(database: Database, settings: LibrarySettings) {
  return betterAuth({
    appName: "Precept",
    baseURL: settings.address,
    basePath: "/api/auth",
    secret: settings.secret,
    trustedOrigins: [settings.address],
    database: { db: database, type: "postgres" },
    telemetry: { enabled: false },
    // Its messages may quote what was sent; what failed is answered and audited by us.
    logger: { disabled: true },
    onAPIError: { errorURL: `${settings.address}/sign-in` },
    // Attempts are counted in the database, by person (attempts.ts).
    rateLimit: { enabled: false },
    advanced: {
      cookiePrefix: "precept",
      ipAddress: { disableIpTracking: true },
      database: { validateSchema: false },
      defaultCookieAttributes: { httpOnly: true, sameSite: "lax", path: "/" },
    },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: PASSWORD_LENGTH.least,
      maxPasswordLength: PASSWORD_LENGTH.most,
    },
    ...tables,
    user: { ...tables.user, validateUserInfo: ({ user }) => refuseStranger(database, user) },
    account: {
      ...tables.account,
      updateAccountOnSignIn: false,
      accountLinking: { enabled: true, requireLocalEmailVerified: false, allowDifferentEmails: false },
    },
    databaseHooks: {
      session: { create: { before: (session) => openSession(database, session) } },
      // What the provider lets us do in the person's name is not needed, so it is not kept.
      account: { create: { before: async (account) => ({ data: { ...account, ...noProviderTokens } }) } },
    },
    plugins: settings.provider === null ? [] : [providerPlugin(settings.provider)],
  });
}

const times = { createdAt: "created_at", updatedAt: "updated_at" };

const tables = {
  user: { modelName: "person", fields: { ...times, emailVerified: "email_verified" } },
  session: {
    modelName: "sign_in_session",
    fields: {
      ...times,
      expiresAt: "expires_at",
      userId: "person_id",
      ipAddress: "ip_address",
      userAgent: "user_agent",
    },
    additionalFields: {
      signedInWith: { type: "string", required: true, input: false, fieldName: "signed_in_with" },
      credentialAt: { type: "date", required: false, input: false, fieldName: "credential_at" },
    },
    expiresIn: SESSION_HOURS * 3600,
    disableSessionRefresh: true,
    cookieCache: { enabled: false },
  },
  account: {
    modelName: "sign_in_account",
    fields: {
      ...times,
      accountId: "account_id",
      providerId: "provider_id",
      userId: "person_id",
      accessToken: "access_token",
      refreshToken: "refresh_token",
      idToken: "id_token",
      accessTokenExpiresAt: "access_token_expires_at",
      refreshTokenExpiresAt: "refresh_token_expires_at",
    },
  },
  verification: {
    modelName: "sign_in_verification",
    fields: { ...times, expiresAt: "expires_at" },
    storeIdentifier: { hash: hashIdentifier },
  },
} as const;

const noProviderTokens = {
  accessToken: null,
  refreshToken: null,
  idToken: null,
  accessTokenExpiresAt: null,
  refreshTokenExpiresAt: null,
};

/**
 * Asked whenever the provider names somebody. An email that anybody may have typed there proves nothing, and whoever has
 * another email now than the one that is listed is listed no more.
 */
async function refuseStranger(database: Database, { id, email, emailVerified }: Partial<Record<string, unknown>>) {
  if (emailVerified !== true) return { error: "email_not_verified" };
  const person = typeof id === "string" ? await findActive(database, { id }) : null;
  return person !== null && person.email === email ? undefined : { error: "not_listed" };
}

/** Nobody who may not enter gets a session; every other session says how and when a credential was shown for it. */
async function openSession<S extends { userId: string }>(database: Database, session: S) {
  if ((await findActive(database, { id: session.userId })) === null) return false;
  const atProvider = underway.getStore();
  if (atProvider !== undefined) atProvider.personId = session.userId;
  const how =
    atProvider === undefined
      ? { signedInWith: "password", credentialAt: new Date() }
      : { signedInWith: "provider", credentialAt: atProvider.authenticatedAt };
  return { data: { ...session, ...how } };
}
