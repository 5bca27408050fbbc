/** The parts we use of two packages that ship no types. */
declare module "json-logic-js" {
  const jsonLogic: { apply(logic: object, data: object): unknown };
  export = jsonLogic;
}

declare module "jexl" {
  const jexl: { compile(expression: string): { evalSync(context: object): unknown } };
  export = jexl;
}
