/** In characters. Length is what counts; nothing else is asked of a password (NIST SP 800-63B 3.1.1.2). */
export const PASSWORD_LENGTH = { least: 12, most: 256 };

export const tooShort = `A password has at least ${PASSWORD_LENGTH.least} characters.`;
export const tooLong = `A password has at most ${PASSWORD_LENGTH.most} characters.`;

/** Why a text is no password, as a sentence; `null`: it can be one. */
export function passwordProblem({ length }: string): string | null {
  if (length < PASSWORD_LENGTH.least) return tooShort;
  return length > PASSWORD_LENGTH.most ? tooLong : null;
}
