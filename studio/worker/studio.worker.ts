import { expose } from "comlink";
import { openSession } from "./session.ts";

/** The one worker of the studio: everything that costs time happens here. */
expose(openSession());
