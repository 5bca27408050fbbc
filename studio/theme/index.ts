import "./fonts.ts";

export { reasonWords, sentenceCase, type Tone, toneOf, toneOfAnswer, toneOfOutcome } from "./answers.ts";
export { CloseButton } from "./CloseButton.tsx";
export { mantineTheme } from "./mantine.ts";
export { OutcomePill, OutcomeWord, PlainPill } from "./Pill.tsx";
export { Sign } from "./Sign.tsx";
export { mantineVariables } from "./variables.ts";
export { withKeys } from "./withKeys.ts";
export { Words } from "./Words.tsx";
