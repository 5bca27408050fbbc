/** In characters. Length is what counts; nothing else is asked of a password (NIST SP 800-63B 3.1.1.2). */
export const PASSWORD_LENGTH = { least: 12, most: 256 };
