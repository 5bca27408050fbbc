/**
 * The shape of our recommendations for Langium: a service, `if`, and names of several words joined by AND, OR, NOT and
 * brackets, one rule a line.
 */
export const grammar = `
grammar Recommendations

entry Guideline: (recommendations+=Recommendation? LINE_END)*;

Recommendation: service=Name 'if' criterion=Any;

Any infers Criterion: All ({infer Any.operands+=current} ('OR' operands+=All)+)?;
All infers Criterion: Negation ({infer All.operands+=current} ('AND' operands+=Negation)+)?;
Negation infers Criterion: {infer Not} 'NOT' operand=Single | Single;
Single infers Criterion: '(' Any ')' | {infer Test} name=Name;

Name: words+=WORD+;

terminal WORD: /[^\\s(),:]+/;
terminal LINE_END: /\\r?\\n/;
hidden terminal BLANK: /[ \\t]+/;
`;
