import { preparsePolicySet, statefulIsAuthorized } from "@cedar-policy/cedar-wasm/nodejs";
import type { BenchAnswer, BenchRule, Implementation } from "../rules/index.ts";
import { infix, plainNumber, type Spelling } from "./infix.ts";
import { sure } from "./sure.ts";
import { documentedOnly } from "./twice.ts";

const spelling: Spelling = {
  and: "&&",
  or: "||",
  field: (fact) => `context.${fact}`,
  isDocumented: (fact) => `context has ${fact}`,
  always: true,
  number: plainNumber,
  counted: (condition) => `(if ${condition} then 1 else 0)`,
};

const policySet = "rules of the bench";
const someone = { type: "Someone", id: "one" };

/** All rules are policies of one set, parsed once and kept inside; a case is a context, the policies that hold are the answer. */
export function cedar(rules: readonly BenchRule[]): Implementation {
  const staticPolicies: Record<string, string> = {};
  for (const [number, rule] of rules.entries())
    for (const wanted of [true, false])
      staticPolicies[`${number} ${String(wanted)}`] =
        `permit (principal, action, resource) when { ${infix(sure(rule, wanted), spelling)} };`;
  const parsed = preparsePolicySet(policySet, { staticPolicies });
  if (parsed.type === "failure") throw new Error(JSON.stringify(parsed.errors));
  return {
    answerAll(values) {
      const answers: BenchAnswer[] = rules.map(() => null);
      for (const policy of policiesThatHold(documentedOnly(values))) {
        const [rule, wanted] = policy.split(" ");
        answers[Number(rule)] = wanted === "true";
      }
      return answers;
    },
  };
}

function policiesThatHold(context: Readonly<Record<string, number>>): readonly string[] {
  const answered = statefulIsAuthorized({
    principal: someone,
    action: { type: "Action", id: "ask" },
    resource: someone,
    context,
    preparsedPolicySetId: policySet,
    entities: [],
  });
  if (answered.type === "failure") throw new Error(JSON.stringify(answered.errors));
  return answered.response.diagnostics.reason;
}
