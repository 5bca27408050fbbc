/** What may stand below a guideline that nothing else is wrong with, so that it cannot be answered by. */
const tries = Array.from({ length: 2_001 }, (_, at) => `try ${at}`);

/** More facts are asked about than a diagram may hold. */
export const overBudget = `
${tries.map((name) => `fact ${name}: yes or no`).join("\n")}

define odd
  as any of
${tries.map((name) => `    - ${name}`).join("\n")}
`;

export const contradictoryAssumptions = `
fact pain score: whole number

always pain score at least 5
never pain score at least 4
`;
