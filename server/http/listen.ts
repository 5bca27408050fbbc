import type { Server } from "node:http";
import { serve } from "@hono/node-server";
import getPort from "get-port";
import { keepPurging } from "../determinations/index.ts";
import { keepTelling } from "../access/index.ts";
import { createApp, determinerOf } from "./app.ts";
import { closing } from "./closing.ts";
import { reviewDeskOf } from "./reviewDesk.ts";
import { takeIn } from "./takeIn.ts";
import type { Workspace } from "./workspace.ts";

const DEFAULT_PORT = 4180;
const LOCAL = "127.0.0.1";

export interface RunningServer {
  readonly url: string;
  readonly port: number;
  /** Takes no more requests, answers those under way, then resolves. */
  readonly close: () => Promise<void>;
}

/**
 * Takes in the folder of guideline sets, then listens on 127.0.0.1, unless people with accounts are to reach it at another address of this machine: on
 * `port` when it is free, else on a free one; 0 is any. Only with accounts, because without them everybody is the author.
 */
export async function startServer(
  workspace: Workspace,
  port: number = DEFAULT_PORT,
  host: string = LOCAL,
): Promise<RunningServer> {
  if (host !== LOCAL && workspace.access.mode === "local") throw new Error("without accounts only 127.0.0.1 is served");
  const { database } = workspace;
  await takeIn(workspace);
  const determiner = determinerOf(workspace);
  const desk = reviewDeskOf(workspace);
  const app = createApp(workspace, determiner, desk);
  const stopTelling = keepTelling(database, workspace);
  const stopPurging = keepPurging(workspace.database, workspace);
  const free = await getPort({ port, host });
  const server = await new Promise<Server>((resolve, reject) => {
    const listening = serve({ fetch: app.fetch, port: free, hostname: host }, () => resolve(plainHttp(listening)));
    listening.once("error", reject);
  });
  const closeServer = closing(server);
  return {
    url: `http://${host}:${free}`,
    port: free,
    close: async () => {
      await closeServer();
      await stopTelling();
      await stopPurging();
      await determiner.close();
      await desk.sources.plans.close();
    },
  };
}

function plainHttp(server: ReturnType<typeof serve>): Server {
  if ("closeIdleConnections" in server) return server;
  throw new Error("asked for an HTTP/1 server, got another");
}
