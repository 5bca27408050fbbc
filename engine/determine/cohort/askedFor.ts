import { type Guideline, nameKey } from "../../../dsl/index.ts";
import { type Bitmap, bitmapOf, setRow } from "../../evaluate/columns/index.ts";
import { requestedService } from "../governing.ts";
import type { AskedService, Cohort } from "../../values/cohort/index.ts";

/** What is asked for in a cohort, and by which rows. */
export interface AskedRows {
  readonly asked: AskedService;
  readonly rows: Bitmap;
}

/**
 * What cases that name no service ask for: every service that guidelines recommend something of, by their names, each once; or
 * `only`, a service or something asked for under one, where a guideline knows it.
 */
export function servicesOf(guidelines: readonly Guideline[], only: string | null): readonly AskedService[] {
  const services = guidelines.flatMap((guideline) => guideline.services);
  if (only !== null) return guidelines.some((one) => isKnown(one, only)) ? [{ service: only, code: null }] : [];
  return [...new Map(services.map(({ key, name }) => [key, { service: name, code: null }])).values()];
}

function isKnown(guideline: Guideline, service: string): boolean {
  return requestedService(guideline, { ...nothingElse, service, code: null }) !== null;
}

const nothingElse = { askedFor: [], administrator: null, decision: null, expect: null };

/**
 * Every service that is asked for: those the cases name, and `everyService` of cases that name none. `only`: of these, the one
 * of that name.
 */
export function askedRows(
  cohort: Cohort,
  everyService: readonly AskedService[],
  only: string | null,
): readonly AskedRows[] {
  const { values, of } = cohort.services;
  const asks = values.map((asked) => (asked === null ? everyService : [asked]));
  const services = [...new Map(asks.flat().map((asked) => [keyOf(asked), asked])).values()];
  const wanted = services.filter(({ service }) => only === null || nameKey(service) === nameKey(only));
  return wanted.map((asked) => {
    const askedBy = asks.map((all) => all.some((one) => keyOf(one) === keyOf(asked)));
    return { asked, rows: rowsWhere(of, askedBy) };
  });
}

/** Of what is asked for, what no guideline recommends anything of. */
export function unaddressed(asked: readonly AskedRows[], guidelines: readonly Guideline[]): readonly AskedRows[] {
  return asked.filter((one) =>
    guidelines.every((guideline) => requestedService(guideline, { ...nothingElse, ...one.asked }) === null),
  );
}

function keyOf({ service, code }: AskedService): string {
  return `${nameKey(service)}\n${code ?? ""}`;
}

/** The rows whose value, by its number, is among those wanted. */
export function rowsWhere(of: Int32Array, isWanted: readonly boolean[]): Bitmap {
  const rows = bitmapOf(of.length);
  for (let row = 0; row < of.length; row += 1) if (isWanted[of[row] ?? 0] === true) setRow(rows, row, true);
  return rows;
}
