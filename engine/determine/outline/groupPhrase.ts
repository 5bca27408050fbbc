import { asClause, clause, listed, negated, noun, type Phrase } from "../../words/index.ts";
import { type Group, groupWords, joiner } from "./outline.ts";

/** Several criteria in one phrase. */
export function groupPhrase(group: Group, parts: readonly Phrase[]): Phrase {
  const first = parts[0] ?? noun("nothing");
  if (group.kind === "not") return negated(first);
  if (parts.length === 1) return first;
  if (group.kind === "waived") return waivable(first, parts.slice(1));
  if (group.kind === "when") return requiredWhen(first, parts.slice(1));
  if (group.kind === "none") return noneOf(parts);
  return parts.every(isNamed) ? things(group, parts) : clauses(group, parts);
}

/** What is not both of several: `either absence of a permit or absence of a need`. */
export function deniedAll(parts: readonly Phrase[]): Phrase {
  return groupPhrase({ kind: "any" }, parts.map(negated));
}

/** A noun or a quotation, which stand in one list. */
const isNamed = ({ form }: Phrase): boolean => form !== "clause";

/** `the prior result was inconclusive, which is asked when the patient was imaged within 3 months` */
function requiredWhen(condition: Phrase, required: readonly Phrase[]): Phrase {
  const what = listed(required.map(asClause), "and");
  return clause(`${what}, which is asked when ${asClause(condition)}`);
}

/** `analgesics lasted at least 3 weeks, waived if analgesics were not tolerated` */
function waivable(criterion: Phrase, waivers: readonly Phrase[]): Phrase {
  const aside = `, ${waivedIf(waivers)}`;
  if (criterion.form === "quoted") return clause(`${asClause(criterion)}${aside}`);
  const said = { ...criterion, text: `${criterion.text}${aside}` };
  return criterion.clause === undefined ? said : { ...said, clause: `${criterion.clause}${aside}` };
}

/** `waived if analgesics were not tolerated or pain is worsening` */
export function waivedIf(waivers: readonly Phrase[]): string {
  return `waived if ${listed(waivers.map(asClause), "or")}`;
}

/** `neither pain nor weakness`, `none of pain, weakness, or numbness`. */
function noneOf(parts: readonly Phrase[]): Phrase {
  const plain = parts.every(({ form, clause: own }) => form === "noun" && own === undefined);
  const words = parts.map(({ text }) => text);
  if (!plain) return clause(`none of these applies: ${listed(words, "or")}`);
  const text = parts.length === 2 ? `neither ${words.join(" nor ")}` : `none of ${listed(words, "or")}`;
  return { ...noun(text), clause: `there is ${text}` };
}

/** `either pain or weakness`; as a clause `there is evidence of either pain or weakness`, `age is at least 16 years and ...`. */
function things(group: Group, parts: readonly Phrase[]): Phrase {
  const list = listed(
    parts.map((part) => part.text),
    joiner(group),
  );
  const text = `${determiner(group, parts.length)} ${list}`;
  if (group.kind === "count") return { ...noun(text), clause: `${groupWords(group)} these apply: ${list}` };
  const plain = parts.every(({ form, clause: own }) => form === "noun" && own === undefined);
  return plain ? noun(text) : { ...noun(text), clause: listed(parts.map(asClause), joiner(group)) };
}

/** Two clauses follow `either` or `both`; more stand behind a colon, where no words need to join them. */
function clauses(group: Group, parts: readonly Phrase[]): Phrase {
  const inTurn = listed(parts.map(asClause), "and");
  if (parts.length === 2 && group.kind === "all") return clause(inTurn);
  if (parts.length === 2 && group.kind === "any") return clause(`either ${listed(parts.map(asClause), "or")}`);
  const list = listed(
    parts.map((part) => part.text),
    joiner(group),
  );
  const said = clause(`${groupWords(group)} these ${joiner(group) === "or" ? "applies" : "apply"}: ${list}`);
  return group.kind === "all" ? { ...said, clause: inTurn } : said;
}

function determiner(group: Group, count: number): string {
  if (count === 2 && group.kind === "any") return "either";
  return count === 2 && group.kind === "all" ? "both" : groupWords(group);
}
