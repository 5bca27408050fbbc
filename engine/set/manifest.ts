import { z } from "zod";
import type { Checked } from "../../dsl/index.ts";
import { decodeShape, form, misfit, type NamedText, readYaml } from "../values/yaml/index.ts";
import type { SetManifest } from "./guidelineSet.ts";

/** The version of the manifest format that this engine reads. */
export const manifestSchemaName = "precept/set/1";

/** The file of a set that says what it is. */
export const manifestPath = "set.yaml";

/** The names npm takes for new packages, without or with a scope. */
const packageName = /^(?:@[a-z0-9~-][a-z0-9._~-]*\/)?[a-z0-9~-][a-z0-9._~-]*$/;
const longestName = 214;
/** Largest manifest that is read, in UTF-16 units: some pages of description. It is read for every list of sets. */
const LARGEST = 20_000;

const name = z.string().check((context) => {
  if (packageName.test(context.value) && context.value.length <= longestName) return;
  context.issues.push(
    misfit(context.value, {
      code: "E0502",
      message: `\`${context.value}\` cannot be the name of a guideline set.`,
      hint: `Use small letters, digits and hyphens: \`${packageNameLike(context.value)}\`.`,
    }),
  );
});

const months = z.string().check((context) => {
  if (monthsIn(context.value) !== null) return;
  context.issues.push(
    misfit(context.value, {
      code: "E0502",
      message: `\`${context.value}\` does not say how often.`,
      hint: "Say it in months, from 1 to 120: `review every: 6 months`.",
    }),
  );
});

/** `6 months` */
function monthsIn(text: string): number | null {
  const count = Number(/^([1-9]\d{0,2}) months?$/.exec(text)?.[1] ?? Number.NaN);
  return count >= 1 && count <= 120 ? count : null;
}

const manifestSchema = form({
  schema: z.literal(manifestSchemaName),
  name,
  title: z.string().min(1),
  description: z.string().optional(),
  publisher: z.string().min(1).optional(),
  "review every": months.optional(),
});

/** The manifest of a set, `set.yaml`; `null` with a diagnostic for everything that is wrong with it. */
export function decodeManifest(source: NamedText): Checked<SetManifest | null> {
  const { value: file, diagnostics } = readYaml(source, LARGEST);
  if (file === null) return { value: null, diagnostics };
  const { value: shape, diagnostics: misfits } = decodeShape(manifestSchema, file);
  if (shape === null) return { value: null, diagnostics: misfits };
  const { title, description = "", publisher = null } = shape;
  const reviewEveryMonths = monthsIn(shape["review every"] ?? "");
  const value = { name: shape.name, title, description: description.trim(), publisher, reviewEveryMonths };
  return { value, diagnostics: [] };
}

function packageNameLike(text: string): string {
  const words = text.toLowerCase().match(/[a-z0-9]+/g) ?? ["my-guidelines"];
  return words.join("-").slice(0, longestName);
}
