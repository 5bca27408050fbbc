import type { MiddlewareHandler } from "hono";
import { matchedRoutes } from "hono/route";
import { type Actor, isMiddleware, routeKey } from "../access/index.ts";

const MOST_LINES = 60;
const MINUTE_MILLISECONDS = 60_000;

/** Where it is said what was refused. Anybody can have as much refused as they like: of that the log stays readable, and short. */
export interface Refusals {
  readonly tell: (line: string) => void;
  /** Says how many lines were left out, and waits for no more. */
  readonly close: () => void;
}

/** At most sixty lines a minute; how many more there were is said when the minute is over. */
export function refusalsTo(report: (line: string) => void): Refusals {
  let told = 0;
  let minute: NodeJS.Timeout | null = null;
  const close = () => {
    if (minute !== null) clearTimeout(minute);
    minute = null;
    if (told > MOST_LINES) report(`Refused within a minute and not told one by one: ${told - MOST_LINES}.`);
    told = 0;
  };
  const tell = (line: string) => {
    minute ??= setTimeout(close, MINUTE_MILLISECONDS).unref();
    told += 1;
    if (told <= MOST_LINES) report(line);
  };
  return { tell, close };
}

/**
 * Tells of every request that was refused, whoever refused it: status, method, the route and, where that is known, who asked. Never
 * the address or what was sent, which may name a case. What was thrown as a mistake has been told already.
 */
export function tellRefused(refusals: Refusals): MiddlewareHandler {
  return async (c, next) => {
    await next();
    const { status } = c.res;
    if (status < 400 || (status >= 500 && c.error !== undefined)) return;
    const path = matchedRoutes(c).find((route) => !isMiddleware(route))?.path ?? "/*";
    const line = `${status} ${routeKey({ method: c.req.method, path })}`;
    const actor: Actor | undefined = c.get("actor");
    refusals.tell(actor === undefined ? line : `${line} ${actor.id}`);
  };
}
