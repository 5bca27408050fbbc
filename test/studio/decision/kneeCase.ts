import { publishAlone, saveElsewhere, type TestServer } from "../../support/index.ts";
import { addKnee, swellingIsEnough } from "../reviews/kneeSet.ts";

export const kneeCasePath = "cases/free.yaml";

/** A knee that does not lock: not met by the first edition; the second would grant it for swelling, of which nothing is said. */
const free = `schema: precept/case/1
case: A knee that does not lock
dates: { request date: 2026-02-01, service date: 2026-02-14 }
facts:
  locking: no
requests:
  - service: knee arthroscopy
    code: CPT 29881
`;

/** The knee with its first edition as release 1.0.0, its second as the draft, and a case of the draft. */
export async function addReleasedKnee(server: TestServer): Promise<void> {
  await addKnee(server);
  await publishAlone(server, "knee");
  await swellingIsEnough(server);
  await saveElsewhere(server, `knee/${kneeCasePath}`, free);
}

export const kneeAddress = ({ url }: TestServer, tab: string) =>
  `${url}/?set=knee&file=knee.guideline&case=${kneeCasePath}&tab=${tab}`;
