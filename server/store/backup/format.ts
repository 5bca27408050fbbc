import { z } from "zod";

/** A line of a backup holds at most one row: a release of the largest size, in hexadecimal digits. */
export const LINE_LIMIT = 192 * 1024 * 1024;

/**
 * The lines of a backup, JSON each, the whole in gzip: a header; for each table its name and then its rows; at the end how
 * many rows each table has and the SHA-256 of their lines.
 */
export const headerSchema = z.strictObject({
  schema: z.literal("precept/backup/1"),
  at: z.iso.datetime(),
  /** The migrations the tables have gone through. */
  migrations: z.array(z.string()),
});
export const tableSchema = z.strictObject({ table: z.string() });
export const rowSchema = z.strictObject({ row: z.record(z.string(), z.unknown()) });
export const endSchema = z.strictObject({
  tables: z.record(z.string(), z.object({ rows: z.number().int().nonnegative(), sha256: z.string() })),
});
export type BackupHeader = z.infer<typeof headerSchema>;
/** What a backup holds, by table. */
export type BackupContent = z.infer<typeof endSchema>["tables"];
