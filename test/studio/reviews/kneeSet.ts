import { addSet, saveElsewhere, type TestServer } from "../../support/index.ts";

export const kneeGuideline = "knee/knee.guideline";

const declared = `guideline "Knee"
  source "A handbook", page 1

fact locking: yes or no
`;

const service = `
service arthroscopy
  knee arthroscopy    CPT 29881
`;

const first = `${declared}${service}
arthroscopy if locking
  cite page 1

example "It locks"
  locking: yes
  expect arthroscopy: criteria met
  cite "page 1"

example "It does not lock"
  locking: no
  expect arthroscopy: criteria not met
  cite "page 1"

example "Nothing is said"
  expect arthroscopy: information needed
  cite "page 1"
`;

const second = `${declared}fact swelling: yes or no
${service}
arthroscopy if locking OR swelling
  cite page 1

example "It locks"
  locking: yes
  expect arthroscopy: criteria met
  cite "page 1"

example "It swells"
  locking: no
  swelling: yes
  expect arthroscopy: criteria met
  cite "page 1"

example "It does neither"
  locking: no
  swelling: no
  expect arthroscopy: criteria not met
  cite "page 1"

example "Nothing is said"
  expect arthroscopy: information needed
  cite "page 1"
`;

/** A set that may be published as it is. */
export async function addKnee(server: TestServer): Promise<void> {
  const manifest = "schema: precept/set/1\nname: knee\ntitle: Knee\n";
  await addSet(server, "knee", { "set.yaml": manifest, "knee.guideline": first });
}

/** A knee that does not lock is the one that is granted from now on. */
export const notLocking = (server: TestServer) =>
  saveElsewhere(
    server,
    kneeGuideline,
    first
      .replace("if locking", "if NOT locking")
      .replace(
        "locking: yes\n  expect arthroscopy: criteria met",
        "locking: yes\n  expect arthroscopy: criteria not met",
      )
      .replace(
        "locking: no\n  expect arthroscopy: criteria not met",
        "locking: no\n  expect arthroscopy: criteria met",
      ),
  );

/** A knee that swells is enough from now on. */
export const swellingIsEnough = (server: TestServer) => saveElsewhere(server, kneeGuideline, second);
