import { createServer, type Server } from "node:http";
import { getRequestListener } from "@hono/node-server";
import getPort from "get-port";
import { keepPurging } from "../determinations/index.ts";
import { keepTelling } from "../access/index.ts";
import { createApp, determinerOf } from "./app.ts";
import { closing } from "./closing.ts";
import { refusalsTo } from "./refusals.ts";
import { reviewDeskOf } from "./reviewDesk.ts";
import { takeIn } from "./takeIn.ts";
import { answerUnread, refuseUnread } from "./unread.ts";
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
  const refusals = refusalsTo(workspace.report);
  const app = createApp(workspace, determiner, desk, refusals);
  const stopTelling = keepTelling(database, workspace);
  const stopPurging = keepPurging(workspace.database, workspace);
  const free = await getPort({ port, host });
  const answer = answerUnread(workspace.access.address, refusals);
  // A request without `Host` is refused by the application.
  const listener = getRequestListener(app.fetch, { hostname: host, errorHandler: () => answer(400, "address") });
  const server = createServer({ requireHostHeader: false }, (request, response) => void listener(request, response));
  refuseUnread(server, answer);
  await listening(server, free, host);
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
      refusals.close();
    },
  };
}

function listening(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, resolve);
  });
}
