import type { Guideline, Service } from "../../dsl/index.ts";
import { nameKey } from "../../dsl/index.ts";
import type { Case, RequestedService } from "../values/index.ts";

/** The service of a guideline that a request asks for: by item name, code or service name; `null` when it declares none. */
export function requestedService(guideline: Guideline, request: RequestedService): Service | null {
  return byItem(guideline, request) ?? byCode(guideline, request.code) ?? byServiceName(guideline, request);
}

/** The same code may stand in several guidelines: those that declare what is asked for by its name come first. */
export function namingFirst<T extends { readonly guideline: Guideline }>(
  guidelines: readonly T[],
  request: RequestedService,
): readonly T[] {
  if (guidelines.length < 2) return guidelines;
  const names = ({ guideline }: T): boolean =>
    byItem(guideline, request) !== null || byServiceName(guideline, request) !== null;
  return [...guidelines.filter(names), ...guidelines.filter((one) => !names(one))];
}

function byItem({ services }: Guideline, request: RequestedService): Service | null {
  const asked = nameKey(request.service);
  return services.find((service) => service.items.some((item) => item.key === asked)) ?? null;
}

function byServiceName({ services }: Guideline, request: RequestedService): Service | null {
  const asked = nameKey(request.service);
  return services.find((service) => service.key === asked) ?? null;
}

function byCode(guideline: Guideline, code: string | null): Service | null {
  if (code === null) return null;
  const asked = bareCode(code);
  const codes = (service: Service): readonly string[] =>
    service.items.flatMap((item) =>
      item.codes.flatMap((one) => [bareCode(one.code), bareCode(`${one.system} ${one.code}`)]),
    );
  return guideline.services.find((service) => codes(service).includes(asked)) ?? null;
}

function bareCode(code: string): string {
  return code.trim().toUpperCase().replace(/\s+/gu, " ");
}

/** In force on the date the service was or is to be given; both ends included. */
export function inForce(
  { effective }: Guideline,
  of: { readonly dates: Pick<Case["dates"], "service date"> },
): boolean {
  const date = of.dates["service date"];
  return (effective.from === null || effective.from <= date) && (effective.to === null || date <= effective.to);
}
