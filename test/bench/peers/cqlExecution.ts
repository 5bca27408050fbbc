import { Executor, Library } from "cql-execution";
import { z } from "zod";
import { type BenchRule, type BenchTest, benchFacts, type Implementation } from "../rules/index.ts";
import { withNulls } from "./twice.ts";

const resultsSchema = z.object({ unfilteredResults: z.record(z.string(), z.boolean().nullable()) });

/** There is no patient: the facts are parameters, and every rule a definition outside of any patient. */
const nobody = { currentPatient: () => undefined, nextPatient: () => undefined };

/**
 * CQL has a third answer, null. The rules are written in ELM, what CQL is translated to before it runs: the translator in
 * JavaScript comes without the types of the language itself. All definitions are in one library, loaded once.
 */
export function cqlExecution(rules: readonly BenchRule[]): Implementation {
  const library = new Library(elmLibrary(rules));
  const executor = new Executor(library);
  return {
    async answerAll(values) {
      const results: unknown = await executor.withParameters(withNulls(values)).exec(nobody);
      return Object.values(resultsSchema.parse(results).unfilteredResults);
    },
  };
}

function elmLibrary(rules: readonly BenchRule[]): object {
  const parameters = benchFacts.map(({ name }) => ({
    name,
    accessLevel: "Public",
    parameterTypeName: elmType("Integer"),
  }));
  const definitions = rules.map((rule, number) => ({
    name: `rule ${number}`,
    context: "Unfiltered",
    accessLevel: "Public",
    expression: elm(rule),
  }));
  return {
    library: {
      identifier: { id: "Rules", version: "1" },
      schemaIdentifier: { id: "urn:hl7-org:elm", version: "r1" },
      usings: { def: [{ localIdentifier: "System", uri: "urn:hl7-org:elm-types:r1" }] },
      parameters: { def: parameters },
      statements: { def: definitions },
    },
  };
}

const elmType = (name: string) => `{urn:hl7-org:elm-types:r1}${name}`;
const integer = (value: number) => ({ type: "Literal", valueType: elmType("Integer"), value: `${value}` });
const boolean = (value: boolean) => ({ type: "Literal", valueType: elmType("Boolean"), value: `${value}` });

function elm(rule: BenchRule): object {
  switch (rule.kind) {
    case "test":
      return compared(rule);
    case "not":
      return { type: "Not", operand: elm(rule.operand) };
    case "all":
      return joined("And", rule.operands.map(elm));
    case "any":
      return joined("Or", rule.operands.map(elm));
    case "at least":
      return counted(rule.count, rule.operands.map(elm));
  }
}

function compared({ fact, asks, values }: BenchTest): object {
  const compare = (type: string, value: number) => ({
    type,
    operand: [{ type: "ParameterRef", name: fact }, integer(value)],
  });
  switch (asks) {
    case "is one of":
      return joined(
        "Or",
        values.map((value) => compare("Equal", value)),
      );
    case "at least":
      return compare("GreaterOrEqual", values[0]);
    case "at most":
      return compare("LessOrEqual", values[0]);
  }
}

/** `And` and `Or` take two operands. */
function joined(type: "And" | "Or", operands: readonly object[]): object {
  return operands.reduce((left, right) => ({ type, operand: [left, right] }));
}

/** `if` so many are true then true, else if too many are false then false, else null. */
function counted(count: number, operands: readonly object[]): object {
  const atLeast = (least: number, wanted: "IsTrue" | "IsFalse") => ({
    type: "GreaterOrEqual",
    operand: [
      { type: "Sum", source: { type: "List", element: operands.map((each) => oneIf(wanted, each)) } },
      integer(least),
    ],
  });
  const notMet = atLeast(operands.length - count + 1, "IsFalse");
  return either(atLeast(count, "IsTrue"), boolean(true), either(notMet, boolean(false), { type: "Null" }));
}

function oneIf(type: "IsTrue" | "IsFalse", operand: object): object {
  return either({ type, operand }, integer(1), integer(0));
}

function either(condition: object, met: object, otherwise: object): object {
  // oxlint-disable-next-line unicorn/no-thenable -- the name that ELM gives it; nobody waits for it
  return { type: "If", condition, then: met, else: otherwise };
}
