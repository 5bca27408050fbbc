import { genericOAuth } from "better-auth/plugins/generic-oauth";
import { decodeJwt } from "jose";
import { z } from "zod";
import { askJson } from "./askJson.ts";
import { discoveryUrlOf, type ProviderSettings } from "./discovery.ts";
import { PROVIDER, underway } from "./underway.ts";

/** The same, once it has answered. */
export interface KnownProvider extends ProviderSettings {
  /** Where it tells who somebody is; `null`: only in the ID token. */
  readonly userInfo: string | null;
}

const claimsSchema = z.object({
  iss: z.string(),
  sub: z.string().min(1).max(255),
  email: z.string().optional(),
  email_verified: z.union([z.boolean(), z.enum(["true", "false"])]).optional(),
  name: z.string().optional(),
  /** Seconds since 1970. Always there when `max_age` was asked for (OpenID Connect Core 2). */
  auth_time: z.number().optional(),
});

const TIMEOUT_MILLISECONDS = 10_000;

/** The library's plugin: authorization code with PKCE, state and nonce; ID tokens are verified and must be there. */
export function providerPlugin(provider: KnownProvider) {
  return genericOAuth({
    config: [
      {
        providerId: PROVIDER,
        name: provider.name,
        clientId: provider.clientId,
        clientSecret: provider.clientSecret,
        discoveryUrl: discoveryUrlOf(provider),
        // Every provider takes it (RFC 6749 2.3.1).
        authentication: "basic",
        requireIdTokenVerification: true,
        scopes: ["openid", "email", "profile"],
        disableSignUp: true,
        getUserInfo: ({ idToken, accessToken }) => readIdentity(provider, idToken, accessToken),
      },
    ],
  });
}

/**
 * Who the provider says has signed in; the library has verified the ID token before. `null`: it is not of the issuer that
 * was configured, whatever the discovery document calls itself (OpenID Connect Discovery 4.3).
 */
async function readIdentity(
  { issuer, userInfo }: KnownProvider,
  idToken: string | undefined,
  accessToken: string | undefined,
) {
  if (idToken === undefined) return null;
  const claims = claimsSchema.parse(decodeJwt(idToken));
  if (claims.iss !== issuer) return null;
  const store = underway.getStore();
  if (store !== undefined && claims.auth_time !== undefined) store.authenticatedAt = new Date(claims.auth_time * 1000);
  const told = claims.email === undefined ? await askUserInfo(userInfo, accessToken) : claims;
  if (told === null || told.sub !== claims.sub) return null;
  const emailVerified = told.email_verified === true || told.email_verified === "true";
  return { id: claims.sub, sub: claims.sub, email: told.email ?? null, emailVerified, name: told.name ?? "" };
}

/** Many providers tell the email only at their userinfo endpoint. */
async function askUserInfo(userInfo: string | null, accessToken: string | undefined) {
  if (userInfo === null || accessToken === undefined) return null;
  const asked = await askJson(userInfo, { authorization: `Bearer ${accessToken}` }, TIMEOUT_MILLISECONDS);
  return asked.ok ? (claimsSchema.omit({ iss: true }).safeParse(asked.value).data ?? null) : null;
}
