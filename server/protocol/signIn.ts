import { z } from "zod";
import { emailSchema } from "./people.ts";

const passwordSchema = z.string().min(1).max(1024);

export const signInSchema = z.object({ email: emailSchema, password: passwordSchema }).meta({ id: "SignIn" });
export type SignIn = z.infer<typeof signInSchema>;

export const atProviderSchema = z
  .object({
    returnTo: z
      .string()
      .max(2000)
      .regex(/^\/(?![/\\])[^\s\\]*$/, "is no path of the studio"),
    again: z.boolean().meta({ description: "The provider asks for the credential anew, as signing needs it" }),
  })
  .meta({ id: "SignInAtProvider" });

export const sentToSchema = z
  .object({ url: z.string() })
  .meta({ id: "SentTo", description: "Where the browser goes on" });

export const passwordByLinkSchema = z
  .object({ token: z.string().min(1).max(100), password: passwordSchema })
  .meta({ id: "PasswordByLink" });

export const newPasswordSchema = z
  .object({
    current: passwordSchema,
    next: passwordSchema,
    endTokens: z
      .boolean()
      .default(true)
      .meta({ description: "Ends my tokens of the command line, as it ends my sessions" }),
  })
  .meta({ id: "NewPassword" });
