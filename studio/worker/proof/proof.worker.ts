import { expose } from "comlink";
import { openProofSession } from "./session.ts";
import { messagePause } from "./steps.ts";
import { createTasks } from "./tasks/index.ts";
import { worksFor } from "./works.ts";

/** The second worker of the studio: what takes long happens here, so that no answer waits for it. */
const now = () => performance.now();
const session = openProofSession(createTasks(now), { now, pause: messagePause() });

expose({ ...session, ...worksFor(session) });
