import { Gone } from "./asking.ts";
import { checkWhole } from "./check.ts";
import { emptyLedger, type Ledger } from "./ledger.ts";
import { come, type Moment, moments, someStatement } from "./moments.ts";
import { signInTeam, type Team } from "./people.ts";
import { beginSets } from "./saving.ts";
import { launch, NotStarted, type Place, type Running, start, urlOf } from "./server.ts";
import { workUntilGone } from "./work.ts";

/** A server that is killed and started again, and everything that it said was done. */
export interface Watched {
  readonly place: Place;
  readonly team: Team;
  readonly ledger: Ledger;
  /** Milliseconds of each start after a kill, until it answered. */
  readonly starts: number[];
}

/** Of a server that just started over a store in which the three people are listed: they sign in and begin the sets. */
export async function watch(place: Place): Promise<Watched> {
  const watched: Watched = { place, team: await signInTeam(urlOf(place)), ledger: emptyLedger(), starts: [] };
  await beginSets(watched.team.author, watched.ledger);
  return watched;
}

/** Starts the server again, by itself, and looks whether all is there. `null`: it was to end itself, and did so already. */
export async function startAgain(watched: Watched, endItself = "", all = false): Promise<Running | null> {
  const begun = performance.now();
  try {
    const running = await start(watched.place, endItself);
    watched.starts.push(performance.now() - begun);
    await checkWhole(watched.team, watched.ledger, all);
    return running;
  } catch (error) {
    if (endItself !== "" && (error instanceof Gone || error instanceof NotStarted)) return null;
    throw error;
  }
}

/** Works and kills at such a moment. */
export async function workAndKill({ team, ledger }: Watched, running: Running, moment: Moment): Promise<void> {
  const killed = come(moment, ledger, running.ended).then(() => running.kill());
  await workUntilGone(team, ledger);
  await killed;
  await running.ended;
}

/**
 * Kills a real server at random (SIGKILL) while people save, review and publish, and starts it again, so often as `kills` says.
 * Throws when something that was answered is missing, or something half done is found. `tell`: how it goes.
 */
export async function checkKills(kills: number, place: Place, tell: (line: string) => void): Promise<Watched> {
  const running = await start(place);
  const watched = await watch(place);
  await workAndKill(watched, running, "any");
  for (let kill = 1; kill < kills; kill++) {
    const moment = moments[kill % moments.length] ?? "any";
    if (moment === "start") await killAtStart(watched);
    else await killAtWork(watched, moment);
    tell(
      `${kill}: ${moment}, ${watched.ledger.releases.size} releases, ${watched.ledger.audit.seq} entries, ${Math.round(performance.now() / 1000)} s`,
    );
  }
  const last = await startAgain(watched, "", true);
  last?.stop();
  const code = await last?.ended;
  if (code !== 0) throw new Error(`the server ended with ${code}: ${last?.written()}`);
  return watched;
}

async function killAtStart({ place, ledger }: Watched): Promise<void> {
  const starting = launch(place);
  await come("start", ledger, starting.ended);
  starting.kill();
  await starting.ended;
}

async function killAtWork(watched: Watched, moment: Moment): Promise<void> {
  const running = await startAgain(watched, moment === "statement" ? someStatement() : "");
  if (running !== null) await workAndKill(watched, running, moment);
}
