import { ZenDecisionContent, ZenEngine } from "@gorules/zen-engine";
import type { BenchRule, Implementation } from "../rules/index.ts";
import { infix, plainNumber, type Spelling } from "./infix.ts";
import { sure } from "./sure.ts";
import { withNulls } from "./twice.ts";

const spelling: Spelling = {
  and: "and",
  or: "or",
  field: (fact) => fact,
  isDocumented: (fact) => `${fact} != null`,
  number: plainNumber,
  counted: (condition) => `((${condition}) ? 1 : 0)`,
};

/** All rules are expressions of one node, so that a case crosses into the engine once; the decision is compiled once. */
export function zen(rules: readonly BenchRule[]): Implementation {
  const expressions = rules.map((rule, number) => ({
    id: `${number}`,
    key: `rule_${number}`,
    value: `(${infix(sure(rule, true), spelling)}) ? "met" : ((${infix(sure(rule, false), spelling)}) ? "not met" : "open")`,
  }));
  const decision = new ZenEngine().createDecision(new ZenDecisionContent(graph(expressions)));
  return {
    async answerAll(values) {
      const { result } = await decision.evaluate(withNulls(values));
      const answers = result as Readonly<Record<string, unknown>>; // a field for each expression, in no order of ours
      return expressions.map(({ key }) => answers[key]);
    },
    read: (answer) => (answer === "open" ? null : answer === "met"),
  };
}

function graph(expressions: readonly object[]): object {
  const node = (id: string, type: string, content?: object) => ({
    id,
    name: id,
    type,
    content,
    position: { x: 0, y: 0 },
  });
  const edge = (sourceId: string, targetId: string) => ({
    id: `${sourceId} to ${targetId}`,
    type: "edge",
    sourceId,
    targetId,
  });
  return {
    contentType: "application/vnd.gorules.decision",
    nodes: [
      node("case", "inputNode", {}),
      node("rules", "expressionNode", { expressions }),
      node("answers", "outputNode", {}),
    ],
    edges: [edge("case", "rules"), edge("rules", "answers")],
  };
}
