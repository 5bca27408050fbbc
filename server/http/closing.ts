import type { Server, ServerResponse } from "node:http";

const GRACE_MILLISECONDS = 3000;

/**
 * What closes a server that listens: no connection is taken any more, and those there are get the answers they wait for and no
 * other. Else who asks again and again on one connection would be cut off in the midst of something.
 */
export function closing(server: Server): () => Promise<void> {
  const open = new Set<ServerResponse>();
  let isClosing = false;
  server.prependListener("request", (_, response) => {
    if (isClosing) makeLast(response);
    open.add(response);
    response.once("close", () => open.delete(response));
  });
  return () => {
    isClosing = true;
    for (const response of open) makeLast(response);
    return close(server);
  };
}

function makeLast(response: ServerResponse): void {
  if (!response.headersSent) response.setHeader("connection", "close");
}

function close(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => (error === undefined ? resolve() : reject(error)));
    // Browsers keep connections open for later; only those in use are waited for, and not for ever.
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), GRACE_MILLISECONDS).unref();
  });
}
