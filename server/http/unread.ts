import { type IncomingMessage, type Server, type ServerResponse, STATUS_CODES } from "node:http";
import type { Duplex } from "node:stream";
import { Hono } from "hono";
import { securityHeaders } from "./guards.ts";
import { problem } from "./problems.ts";
import type { Refusals } from "./refusals.ts";

const sentences = {
  400: "This is no request that HTTP knows.",
  405: "This server makes no connections to others.",
  408: "The request took too long to come.",
  413: "The extensions of a chunk are too long.",
  417: "Nothing but `100-continue` can be expected of this server.",
  431: "The address and the headers of a request have at most 16 kB.",
} as const;
type Unread = keyof typeof sentences;

/** What Node says of what it cannot read; everything else is no HTTP. */
const statusOf: Readonly<Record<string, Unread>> = {
  HPE_HEADER_OVERFLOW: 431,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
};

/** How what comes to no application is answered, as everything else is: a problem, with the headers that protect a page. */
export type AnswerUnread = (status: Unread, why?: string) => Promise<Response>;

export function answerUnread(address: string | null, refusals: Refusals): AnswerUnread {
  const app = new Hono().use(securityHeaders(address));
  for (const status of [400, 405, 408, 413, 417, 431] as const)
    app.get(`/${status}`, (c) => problem(c, status, sentences[status]));
  return async (status, why = "request") => {
    refusals.tell(`${status} unread: ${why}`);
    return app.request(`/${status}`);
  };
}

/** Answers what `server` refuses by itself, which would else be an empty answer, or none. */
export function refuseUnread(server: Server, answer: AnswerUnread): void {
  const answering = new WeakMap<Duplex, ServerResponse>();
  const refuse = async (socket: Duplex, status: Unread, why: string) => sendRaw(socket, await answer(status, why));
  server.on("request", (request, response) => answering.set(request.socket, response));
  const unexpected = async (response: ServerResponse) => send(response, await answer(417, "expectation"));
  server.on("checkExpectation", (_, response) => void unexpected(response));
  server.on("connect", (_, socket) => {
    socket.on("error", () => socket.destroy());
    void refuse(socket, 405, "CONNECT");
  });
  server.on("clientError", ({ code = "" }: NodeJS.ErrnoException, socket) => {
    // Whoever is gone is told nothing, and no second answer is put into one that is on its way.
    if (code === "ECONNRESET" || !socket.writable || isUnderway(answering.get(socket))) socket.destroy();
    else void refuse(socket, statusOf[code] ?? 400, code);
  });
}

function isUnderway(response: ServerResponse | undefined): boolean {
  return response !== undefined && response.headersSent && !response.writableFinished;
}

async function send(response: ServerResponse<IncomingMessage>, told: Response): Promise<void> {
  const headers = Object.fromEntries(told.headers);
  // What comes after the headers is not read.
  response.writeHead(told.status, { ...headers, connection: "close" }).end(await told.text());
}

async function sendRaw(socket: Duplex, told: Response): Promise<void> {
  const body = await told.text();
  const own = [`content-length: ${Buffer.byteLength(body)}`, "connection: close"];
  const headers = [...Array.from(told.headers, ([name, value]) => `${name}: ${value}`), ...own];
  const head = [`HTTP/1.1 ${told.status} ${STATUS_CODES[told.status]}`, ...headers].join("\r\n");
  if (socket.writable) socket.end(`${head}\r\n\r\n${body}`, () => socket.destroy());
  else socket.destroy();
}
