/** What the address of the audit page holds. */
export interface AuditView {
  readonly set: string | undefined;
  /** Only entries before this one. */
  readonly before: number | undefined;
}

export function readAuditView({ set, before }: Readonly<Record<string, unknown>>): AuditView {
  const number = Number(before);
  return {
    set: typeof set === "string" && set !== "" ? set : undefined,
    before: Number.isInteger(number) && number > 0 ? number : undefined,
  };
}
