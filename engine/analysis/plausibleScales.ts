/** What a measurement can come to in a living person, wide enough that no real record lies outside. */
export interface Scale {
  readonly what: string;
  readonly low: number;
  readonly high: number;
  /** What the number may have been meant in. */
  readonly other: string | null;
}

interface Row extends Scale {
  /** In the name of the fact, as words. */
  readonly named: RegExp;
  /** As the author writes the unit; `null` where it has none. */
  readonly unit: string | null;
}

const row = (
  named: RegExp,
  unit: string | null,
  what: string,
  [low, high]: readonly [number, number],
  other: string | null = null,
): Row => ({
  named,
  unit,
  what,
  low,
  high,
  other,
});

const oxygen = /\b(?:arterial )?(?:PO2|PaO2|oxygen (?:pressure|tension)|partial pressure of oxygen|pO2)\b/iu;
const carbonDioxide = /\b(?:PCO2|PaCO2|carbon dioxide (?:pressure|tension))\b/iu;
const saturation = /\b(?:oxygen saturation|SpO2|SaO2)\b/iu;
const bloodPressure = /\b(?:blood pressure|systolic|diastolic)\b/iu;
const temperature = /\btemperature\b/iu;
const ejection = /\bejection fraction\b|\bLVEF\b/iu;
const glycated = /A1c\b|\bglycated hemoglobin\b/iu;
const hematocrit = /\bhematocrit\b|\bhaematocrit\b/iu;
const hemoglobin = /(?<!glycated )\bh(?:a)?emoglobin\b(?! A1c)/iu;
const creatinine = /\bserum creatinine\b|^creatinine$/iu;
const massIndex = /\bbody mass index\b|\bBMI\b/iu;
const bodyWeight = /^(?:body )?weight$/iu;
const bodyHeight = /^(?:body )?height$/iu;
const heartRate = /\bheart rate\b|^pulse$/iu;
const comaScale = /\bglasgow coma\b|\bGCS\b/iu;

const scales: readonly Row[] = [
  row(oxygen, "mmHg", "partial pressure of oxygen", [15, 700], "values from 2 to 14 look like kPa"),
  row(oxygen, "kPa", "partial pressure of oxygen", [2, 95], "values around 50 look like mmHg"),
  row(carbonDioxide, "mmHg", "partial pressure of carbon dioxide", [8, 200], "values from 3 to 7 look like kPa"),
  row(carbonDioxide, "kPa", "partial pressure of carbon dioxide", [1, 27], "values around 40 look like mmHg"),
  row(saturation, "%", "oxygen saturation", [20, 100], "values up to 1 look like shares of one"),
  row(bloodPressure, "mmHg", "blood pressure", [20, 350], "values from 5 to 19 look like kPa"),
  row(temperature, "Cel", "body temperature", [20, 46], "values around 100 look like degrees Fahrenheit"),
  row(temperature, "degC", "body temperature", [20, 46], "values around 100 look like degrees Fahrenheit"),
  row(temperature, "°C", "body temperature", [20, 46], "values around 100 look like degrees Fahrenheit"),
  row(temperature, "[degF]", "body temperature", [68, 115], "values around 38 look like degrees Celsius"),
  row(temperature, "°F", "body temperature", [68, 115], "values around 38 look like degrees Celsius"),
  row(temperature, "degF", "body temperature", [68, 115], "values around 38 look like degrees Celsius"),
  row(temperature, "F", "body temperature", [68, 115], "values around 38 look like degrees Celsius"),
  row(ejection, "%", "ejection fraction", [3, 90], "values up to 1 look like shares of one"),
  row(glycated, "%", "glycated hemoglobin", [2, 22], "values around 50 look like mmol/mol"),
  row(glycated, "mmol/mol", "glycated hemoglobin", [10, 220], "values from 4 to 9 look like %"),
  row(hematocrit, "%", "hematocrit", [5, 80], "values up to 1 look like shares of one"),
  row(hemoglobin, "g/dL", "hemoglobin", [1, 28], "values around 100 look like g/L"),
  row(hemoglobin, "g/L", "hemoglobin", [10, 280], "values around 10 look like g/dL"),
  row(creatinine, "mg/dL", "creatinine", [0.1, 40], "values around 100 look like µmol/L"),
  row(massIndex, "kg/m2", "body mass index", [7, 120]),
  row(bodyWeight, "kg", "body weight", [0.3, 650], "larger values look like g"),
  row(bodyHeight, "cm", "body height", [20, 275], "values from 1 to 2 look like m"),
  row(bodyHeight, "m", "body height", [0.2, 2.75], "values around 170 look like cm"),
  row(heartRate, "/min", "heart rate", [10, 350]),
  row(comaScale, null, "Glasgow Coma Scale score", [3, 15]),
];

/** What is said of a change or a share is on no such scale. */
const changed =
  /\b(?:drop|fall|decrease|increase|change|difference|reduction|rise|gain|loss|gradient|variation|deterioration|points|number of|ratio)\b/iu;

/** The scale of what is measured; `null` where the name and the unit do not say it for sure. */
export function plausibleScale(name: string, unit: string | null): Scale | null {
  if (changed.test(name)) return null;
  return scales.find((each) => each.unit === unit && each.named.test(name)) ?? null;
}
