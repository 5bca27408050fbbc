/** What may stand below a guideline that nothing else is wrong with, so that it cannot be answered by. */
const tries = Array.from({ length: 2_001 }, (_, at) => `try ${at}`);

/** Some of the tries and not all: opposite wishes for more facts than a diagram may hold. */
export const notKnown = `
${tries.map((name) => `fact ${name}: yes or no`).join("\n")}

define odd
  as all of
    - any of
${tries.map((name) => `      - ${name}`).join("\n")}
    - any of
${tries.map((name) => `      - NOT ${name}`).join("\n")}
`;

export const contradictoryAssumptions = `
fact pain score: whole number

always pain score at least 5
never pain score at least 4
`;
