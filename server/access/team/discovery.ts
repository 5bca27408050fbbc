import { z } from "zod";
import { askJson } from "./askJson.ts";

/** An OpenID Connect provider that signs people in, as it is set in the environment. */
export interface ProviderSettings {
  /** As its discovery document names itself, to the letter. */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** As the button says it. */
  readonly name: string;
}

/** Where the provider says who it is (OpenID Connect Discovery 4). */
export const discoveryUrlOf = ({ issuer }: ProviderSettings) =>
  `${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`;

const endpoint = z.url({ protocol: /^https?$/ });
const documentSchema = z.object({
  issuer: z.string(),
  authorization_endpoint: endpoint,
  token_endpoint: endpoint,
  jwks_uri: endpoint,
  userinfo_endpoint: endpoint.optional(),
});

/** `silent`: it gave no answer in time. `another`: what answers is not the provider that was set. */
export type Discovered =
  | { readonly kind: "found"; readonly userInfo: string | null }
  | { readonly kind: "silent" | "another" };

/** Asks for the discovery document; never for longer than `patience` milliseconds. */
export async function discover(settings: ProviderSettings, patience: number): Promise<Discovered> {
  const asked = await askJson(discoveryUrlOf(settings), {}, patience);
  if (!asked.ok) return { kind: asked.isSilent ? "silent" : "another" };
  const read = documentSchema.safeParse(asked.value);
  // It has to name itself as it was set, to the letter (Discovery 4.3), and to be as closed as the issuer is.
  if (!read.success || read.data.issuer !== settings.issuer) return { kind: "another" };
  const { issuer, userinfo_endpoint: userInfo = null, ...endpoints } = read.data;
  const all = [...Object.values(endpoints), ...(userInfo === null ? [] : [userInfo])];
  if (issuer.startsWith("https:") && !all.every((url) => url.startsWith("https:"))) return { kind: "another" };
  return { kind: "found", userInfo };
}
