import { z } from "zod";

export const roleSchema = z
  .enum(["viewer", "author", "reviewer", "publisher", "admin"])
  .meta({ id: "Role", description: "Every role implies viewer; otherwise none implies another" });

export type Role = z.infer<typeof roleSchema>;

const actorSchema = z
  .object({ id: z.string(), name: z.string(), roles: z.array(roleSchema) })
  .meta({ id: "Actor", description: "Who asks" });

export const sessionSchema = z
  .object({
    mode: z
      .enum(["local", "team"])
      .meta({ description: "`local`: one person at this machine, every role, no sign-in" }),
    actor: actorSchema.nullable().meta({ description: "`null`: nobody is signed in" }),
    signIn: z.object({
      password: z.boolean(),
      provider: z.object({ name: z.string() }).nullable().meta({ description: "Another place that signs people in" }),
    }),
    signsWith: z
      .enum(["nothing", "password", "recent sign-in"])
      .meta({ description: "How the person shows again who they are when they sign something" }),
    passwordResets: z
      .array(z.object({ at: z.iso.datetime(), by: z.string() }))
      .meta({ description: "When, in the last 30 days, the password was set anew through a link, and who made that" }),
  })
  .meta({ id: "Session" });
export type Session = z.infer<typeof sessionSchema>;

/** Sent with everything that is signed. */
export const credentialSchema = z
  .object({ password: z.string().min(1).max(1024).optional() })
  .meta({ id: "Credential", description: "The password again, of people who sign in with one" });
export type Credential = z.infer<typeof credentialSchema>;
