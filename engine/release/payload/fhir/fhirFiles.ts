import { criterionInWords, type Guideline, type Recommendation } from "../../../../dsl/index.ts";
import { sha256Hex } from "../../../digest/index.ts";
import { ownDays } from "../ownDays.ts";
import { canonicalOf } from "../packageJson.ts";
import type { PayloadSet } from "../source.ts";

export interface FhirFile {
  readonly path: string;
  readonly data: object;
}

interface Resource {
  readonly resourceType: "Library" | "PlanDefinition";
  readonly id: string;
  readonly url: string;
  readonly version: string;
}

/** The set as a Library of its sources and each guideline as a PlanDefinition, of FHIR R4, with the index of the package. */
export function fhirFiles(payload: PayloadSet): readonly FhirFile[] {
  const resources = [libraryOf(payload), ...payload.set.guidelines.map((one) => planOf(payload, one))];
  const files = resources.map((data) => ({ path: `${data.resourceType}-${data.id}.json`, data }));
  const index = files.map(({ path, data: { resourceType, id, url, version } }) => ({
    filename: path,
    resourceType,
    id,
    url,
    version,
  }));
  return [{ path: ".index.json", data: { "index-version": 2, files: index } }, ...files];
}

/** https://hl7.org/fhir/R4/library.html */
function libraryOf({ about, set, files }: PayloadSet): Resource {
  const sources = files.filter(({ path }) => path === "set.yaml" || path.endsWith(".guideline"));
  const library = {
    ...headOf("Library", about.set, about.set, about),
    title: about.title,
    status: "active",
    type: coded("http://terminology.hl7.org/CodeSystem/library-type", "logic-library"),
    ...published(set.publisher),
    ...(set.description === "" ? {} : { description: set.description }),
    relatedArtifact: set.guidelines.flatMap(({ guideline }) => citationsOf(guideline)),
    content: sources.map(({ path, text }) => ({
      contentType: "text/plain; charset=utf-8",
      data: base64(text),
      title: path,
    })),
  };
  return withoutEmpty(library);
}

type SetGuideline = PayloadSet["set"]["guidelines"][number];

/**
 * https://hl7.org/fhir/R4/plandefinition.html. No `effectivePeriod`, the days on which a resource is in use, nor `approvalDate`: the
 * days of a release are in its attestation, and those of a guideline, which are others, in its description.
 */
function planOf({ about, set }: PayloadSet, { path, guideline }: SetGuideline): Resource {
  const { title, recommendations } = guideline;
  const stem = path.replace(/\.guideline$/, "");
  const plan = {
    ...headOf("PlanDefinition", stem, `${about.set}/${stem}`, about),
    title,
    status: "active",
    type: coded("http://terminology.hl7.org/CodeSystem/plan-definition-type", "eca-rule"),
    ...published(set.publisher),
    description: descriptionOf(guideline),
    relatedArtifact: citationsOf(guideline),
    library: [`${urlOf("Library", about.set)}|${about.version}`],
    action: recommendations.map((each) => actionOf(guideline, each)),
  };
  return withoutEmpty(plan);
}

function descriptionOf(guideline: Guideline): string {
  const { title, source } = guideline;
  const after = source === null ? "" : `, after ${[source.title, source.locator ?? []].flat().join(", ")}`;
  return [`${title}${after}.`, ownDays(guideline) ?? []].flat().join(" ");
}

function actionOf(guideline: Guideline, { service, kind, criterion, wording, citation }: Recommendation): object {
  const asked = guideline.services.find(({ key }) => key === service);
  const name = asked?.name ?? service;
  const code = (asked?.items ?? []).map((item) => ({ text: item.name }));
  return withoutEmpty({
    title: `${name} ${kind}`,
    ...(wording === null ? {} : { description: wording }),
    code,
    documentation: citation === null ? [] : [{ type: "citation", citation }],
    condition: [
      {
        kind: "applicability",
        expression: { language: "text/x-precept", expression: criterionInWords(guideline, criterion) },
      },
    ],
  });
}

function headOf<Type extends Resource["resourceType"]>(
  resourceType: Type,
  id: string,
  name: string,
  { set, version }: PayloadSet["about"],
) {
  const url = resourceType === "Library" ? urlOf(resourceType, set) : `${urlOf(resourceType, set)}:${idOf(id)}`;
  return { resourceType, id: idOf(id), url, version, name: computerName(name) };
}

const urlOf = (resourceType: Resource["resourceType"], set: string): string => `${canonicalOf(set)}:${resourceType}`;

/** An id of FHIR: at most 64 of `A-Z a-z 0-9 - .`. What has other signs, or more, keeps apart by its hash. */
function idOf(name: string): string {
  const plain = name.replace(/[^A-Za-z0-9.-]+/g, "-").replace(/^-|-$/g, "");
  if (plain === name && plain.length <= 64) return plain;
  return `${plain.slice(0, 51)}-${sha256Hex(new TextEncoder().encode(name)).slice(0, 12)}`;
}

/** A name that a program may use: `^[A-Z]([A-Za-z0-9_]){0,254}$`. */
function computerName(name: string): string {
  const words = name.match(/[A-Za-z0-9]+/g) ?? [];
  const joined = words.map((word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`).join("");
  return (/^[A-Z]/.test(joined) ? joined : `Set${joined}`).slice(0, 255);
}

function citationsOf({ source, recommendations, definitions }: Guideline): readonly object[] {
  const document = source === null ? [] : [[source.title, source.locator ?? []].flat().join(", ")];
  const cited = [...recommendations, ...definitions].flatMap(({ citation }) => citation ?? []);
  const places = cited.map((place) => (source === null ? place : `${source.title}, ${place}`));
  return [...new Set([...document, ...places])].map((citation) => ({ type: "citation", citation }));
}

const coded = (system: string, code: string) => ({ coding: [{ system, code }] });

const published = (publisher: string | null) => (publisher === null ? {} : { publisher });

/** FHIR knows no empty lists, objects or strings. */
function withoutEmpty<Value extends object>(of: Value): Value {
  const kept = Object.entries(of).filter(([, value]) => value !== "" && !isEmptyObject(value));
  // The type says what may be there; FHIR takes what is empty for not said.
  return Object.fromEntries(kept) as Value;
}

const isEmptyObject = (value: unknown): boolean =>
  typeof value === "object" && value !== null && Object.keys(value).length === 0;

function base64(text: string): string {
  const bytes = new TextEncoder().encode(text);
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
}
