// Running other programs from the bootstrap: plain JavaScript without packages, for any Node >= 20.
import { spawn } from "node:child_process";
import { delimiter } from "node:path";

const forwarded = ["SIGTERM", "SIGHUP", "SIGINT"];

/** The environment without `node_modules/.bin` on PATH: for npm itself, which must not run on the Node it replaces. */
export function systemEnvironment(environment = process.env) {
  const path = (environment.PATH ?? "").split(delimiter).filter((folder) => !folder.endsWith("node_modules/.bin"));
  return { ...environment, PATH: path.join(delimiter) };
}

/**
 * Runs a program to its end with its output kept: `{ code, output }`. A program that cannot be started at all
 * gives code 127 and the reason as output.
 */
export function capture(command, parameters, options = {}) {
  return new Promise((resolve) => {
    const chunks = [];
    const child = spawn(command, parameters, { ...options, stdio: ["ignore", "pipe", "pipe"] });
    child.stdout.on("data", (chunk) => chunks.push(chunk));
    child.stderr.on("data", (chunk) => chunks.push(chunk));
    child.on("error", (error) => resolve({ code: 127, output: error.message }));
    child.on("close", (code) => resolve({ code: code ?? 1, output: Buffer.concat(chunks).toString("utf8") }));
  });
}

/** Runs a program in our place: same terminal, signals handed on, its exit code as the answer. */
export function hand(command, parameters, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, parameters, { ...options, stdio: "inherit" });
    for (const signal of forwarded) process.on(signal, () => pass(child, signal));
    const watch = whenOrphaned(() => child.kill("SIGTERM"));
    child.on("error", (error) => resolve(say(`Could not start ${command}: ${error.message}`, 127)));
    child.on("close", (code, signal) => {
      clearInterval(watch);
      resolve(code ?? exitCodeOf(signal));
    });
  });
}

/** npm that is killed ends its shell and not us: without a parent nobody would stop what we run. */
function whenOrphaned(stop) {
  const parent = process.ppid;
  return setInterval(() => {
    if (process.ppid !== parent) stop();
  }, 1000);
}

/** A terminal already sends Ctrl-C to the whole group; passing it on would reach the program twice. */
function pass(child, signal) {
  if (signal === "SIGINT" && process.stdin.isTTY) return;
  child.kill(signal);
}

function exitCodeOf(signal) {
  return { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 }[signal] ?? 1;
}

/** Progress and errors go to stderr; stdout belongs to the program that is started. */
export function say(message, result) {
  process.stderr.write(`${message}\n`);
  return result;
}
