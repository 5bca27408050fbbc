import { z } from "zod";
import { oneLine } from "../../engine/attestation/index.ts";
import { credentialSchema, roleSchema } from "./session.ts";

const lineSchema = (most: number) =>
  z.string().trim().min(1).max(most).regex(oneLine, "has a character that cannot be printed");

/** RFC 5321 4.5.3.1.3 leaves 254 characters. */
export const emailSchema = z.email().max(254);
export const personNameSchema = lineSchema(100);
const rolesSchema = z.array(roleSchema).min(1, "name at least one role").max(5);

const personSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    email: z.string(),
    roles: z.array(roleSchema),
    active: z.boolean().meta({ description: "`false`: may not enter; what they signed stays" }),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: "Person" });
export type Person = z.infer<typeof personSchema>;

export const peopleSchema = z.object({ people: z.array(personSchema) }).meta({ id: "People" });

export const newPersonSchema = z
  .object({ name: personNameSchema, email: emailSchema, roles: rolesSchema })
  .meta({ id: "NewPerson" });
export type NewPerson = z.infer<typeof newPersonSchema>;

/** Sent with everything that an admin does, and with what outlives a session. */
const shown = { credential: credentialSchema.default({}) };

export const administrationSchema = z.object(shown).meta({ id: "Administration" });

export const personRequestSchema = newPersonSchema.extend(shown).meta({ id: "PersonRequest" });

export const oneTimeLinkSchema = z
  .object({ url: z.string(), expiresAt: z.iso.datetime() })
  .meta({ id: "OneTimeLink", description: "Where the person sets a password, once" });
export type OneTimeLink = z.infer<typeof oneTimeLinkSchema>;

export const addedPersonSchema = z
  .object({ person: personSchema, link: oneTimeLinkSchema })
  .meta({ id: "AddedPerson" });

const personChangeSchema = z.object({ roles: rolesSchema.optional(), active: z.boolean().optional() });
export type PersonChange = z.infer<typeof personChangeSchema>;

export const personChangeRequestSchema = personChangeSchema.extend(shown).meta({ id: "PersonChange" });

const tokenSchema = z
  .object({ id: z.string(), name: z.string(), createdAt: z.iso.datetime(), expiresAt: z.iso.datetime() })
  .meta({ id: "Token", description: "A token of the command line" });
export type Token = z.infer<typeof tokenSchema>;

export const tokensSchema = z.object({ tokens: z.array(tokenSchema) }).meta({ id: "Tokens" });

export const newTokenSchema = z
  .object({ name: lineSchema(60), days: z.number().int().min(1).max(365), ...shown })
  .meta({ id: "NewToken" });

export const madeTokenSchema = tokenSchema
  .extend({ secret: z.string().meta({ description: "Shown this once; for `PRECEPT_TOKEN`" }) })
  .meta({ id: "MadeToken" });
