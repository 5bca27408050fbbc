import { addSet, type TestServer } from "../support/index.ts";

/** A set with two flaws: what lies between 55 and 56 is nowhere, and a fact is asked for and never used. */
export async function addOxygen(server: TestServer): Promise<void> {
  const manifest = "schema: precept/set/1\\nname: oxygen\\ntitle: Oxygen at home\\n";
  await addSet(server, "oxygen", { "set.yaml": manifest, "oxygen.guideline": oxygen });
}

const oxygen = `guideline "Oxygen"
  source "A handbook", page 1

fact PO2: number in mmHg, to 0.1
fact edema: yes or no
fact smoker: yes or no

service home oxygen
  oxygen concentrator    HCPCS E1390

home oxygen if PO2 at most 55 mmHg
  cite page 1

home oxygen if PO2 from 56 to 59 mmHg AND edema
  cite page 1
`;
