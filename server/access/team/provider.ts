import { genericOAuth } from "better-auth/plugins/generic-oauth";
import { decodeJwt } from "jose";
import { z } from "zod";
import { PROVIDER, underway } from "./underway.ts";

/** An OpenID Connect provider that signs people in, as it is set in the environment. */
export interface ProviderSettings {
  /** As its discovery document names itself, to the letter. */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** As the button says it. */
  readonly name: string;
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
const discoverySchema = z.object({ issuer: z.string(), userinfo_endpoint: z.string().optional() });

const TIMEOUT_MILLISECONDS = 10_000;

/** The library's plugin: authorization code with PKCE, state and nonce; ID tokens are verified and must be there. */
export function providerPlugin(settings: ProviderSettings) {
  const discoveryUrl = `${settings.issuer.replace(/\/$/, "")}/.well-known/openid-configuration`;
  return genericOAuth({
    config: [
      {
        providerId: PROVIDER,
        name: settings.name,
        clientId: settings.clientId,
        clientSecret: settings.clientSecret,
        discoveryUrl,
        // Every provider takes it (RFC 6749 2.3.1).
        authentication: "basic",
        requireIdTokenVerification: true,
        scopes: ["openid", "email", "profile"],
        disableSignUp: true,
        getUserInfo: ({ idToken, accessToken }) => readIdentity(settings.issuer, discoveryUrl, idToken, accessToken),
      },
    ],
  });
}

/**
 * Who the provider says has signed in; the library has verified the ID token before. `null`: it is not of the issuer that
 * was configured, whatever the discovery document calls itself (OpenID Connect Discovery 4.3).
 */
async function readIdentity(
  issuer: string,
  discoveryUrl: string,
  idToken: string | undefined,
  accessToken: string | undefined,
) {
  if (idToken === undefined) return null;
  const claims = claimsSchema.parse(decodeJwt(idToken));
  if (claims.iss !== issuer) return null;
  const store = underway.getStore();
  if (store !== undefined && claims.auth_time !== undefined) store.authenticatedAt = new Date(claims.auth_time * 1000);
  const told = claims.email === undefined ? await askUserInfo(discoveryUrl, issuer, accessToken) : claims;
  if (told === null || told.sub !== claims.sub) return null;
  const emailVerified = told.email_verified === true || told.email_verified === "true";
  return { id: claims.sub, sub: claims.sub, email: told.email ?? null, emailVerified, name: told.name ?? "" };
}

/** Many providers tell the email only at their userinfo endpoint. */
async function askUserInfo(discoveryUrl: string, issuer: string, accessToken: string | undefined) {
  const discovered = discoverySchema.parse(await askJson(discoveryUrl, {}));
  if (discovered.issuer !== issuer || discovered.userinfo_endpoint === undefined || accessToken === undefined)
    return null;
  const headers = { authorization: `Bearer ${accessToken}` };
  return claimsSchema.omit({ iss: true }).parse(await askJson(discovered.userinfo_endpoint, headers));
}

async function askJson(url: string, headers: Record<string, string>): Promise<unknown> {
  const response = await fetch(url, { headers, signal: AbortSignal.timeout(TIMEOUT_MILLISECONDS) });
  if (!response.ok) throw new Error(`the provider answered ${response.status}`);
  return response.json();
}
