import "./fonts.ts";

export { isOutcome, reasonWords, sentenceCase, type Tone, toneOf, toneOfAnswer, toneOfOutcome } from "./answers.ts";
export { CloseButton } from "./CloseButton.tsx";
export { Day, Moment } from "./Moment.tsx";
export { mantineTheme } from "./mantine.ts";
export { Page } from "./Page.tsx";
export { AnswerWord, OutcomePill, OutcomeWord, PlainPill } from "./Pill.tsx";
export { Sign } from "./Sign.tsx";
export { mantineVariables } from "./variables.ts";
export { Table } from "./Table.tsx";
export { withKeys } from "./withKeys.ts";
export { Words } from "./Words.tsx";
