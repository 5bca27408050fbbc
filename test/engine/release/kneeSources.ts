/** A set whose guidelines use, change and outrank each other, with every form of declaration that bears on meaning. */
export const kneeSources: Readonly<Record<string, string>> = {
  "set.yaml": "schema: precept/set/1\nname: knees\ntitle: Knees\ndescription: Guidelines on knees.\n",
  "words.guideline": `guideline "Words"

scale strength: none, some, full

codes knee pain: ICD-10-CM M25.561, M25.562

fact locked knee: yes or no
  "a locked knee"
  cite page 1

fact region: one of knee, hip

define severe
  as locked knee
  "a severe knee"
  cite page 2
`,
  "order.guideline": `guideline "Order"

authority "Order of sources"
  1. First
  2. Second, Third when silent
  evidence for treatment: level 1, level 2, level 3
`,
  "knee.guideline": `guideline "Knee"
  source "A Handbook of Knees", pages 1-9
  adopted by First
  effective from 2010-01-01 to 2014-12-31
  use "Words"
  applies when region is knee

fact diagnosis: ICD-10-CM code

fact grade: strength

fact weight: number in kg, to 0.1

fact earlier weight: number in kg, to 0.1

fact height: number in cm, to 1

fact swelling: yes or no

fact fever: yes or no

fact steps: whole number

fact injection: list, each with
  date: date
  successful: yes or no
  level: one of upper, lower
  counted once per date and level

define helpful injection
  as injection where it is successful

define body mass index: number in kg/m2, to 0.1
  as weight divided by (height times height)

score Risk
  - 1 if swelling
  - 2 if fever

table danger: one of low, high
  first that applies
  - high if Risk at least 3
  - low otherwise

service imaging
  MRI of the knee    CPT 73721
  asked for
    views: whole number

service injecting
  injection of the knee    CPT 20610

imaging if severe AND diagnosis is in knee pain
  limited to views at most 2
imaging if danger is high AND body mass index at least 30 kg/m2
imaging if grade at least some AND weight at least earlier weight

injecting if no more than 3 injections in any 12 months, counting this one
injecting if any helpful injection

always locked knee OR NOT fever

example "One"
  region: hip
  expect injecting: not addressed
`,
  "knee2015.guideline": `guideline "Knee"
  adopted by First
  effective from 2015-01-01
  use region, severe from "Words"
  applies when region is knee

service imaging
  MRI of the knee    CPT 73721

imaging if severe
`,
  "local.guideline": `guideline "Local knee"
  adopted by Second
  effective from 2010-01-01 to 2014-12-31
  changes "Knee"

define body mass index: number in kg/m2, to 0.1
  as weight divided by (height times height)
  changed because "Said again."

imaging if swelling AND fever
`,
  "hip.guideline": `guideline "Hip"
  adopted by Third
  use region from "Words"
  applies when region is hip

service hip imaging
  MRI of the hip    CPT 73722
  MRI of the knee    CPT 73721

hip imaging if region is hip
`,
};
