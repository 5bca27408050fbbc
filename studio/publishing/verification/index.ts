export { Attested } from "./Attested.tsx";
export { Found } from "./Found.tsx";
export { verifiedQuery } from "./verifiedQuery.ts";
export { verdictTones, verdictWords } from "./verdicts.ts";
