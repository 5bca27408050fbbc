/** The worked example a new guideline starts with: the real case's second criterion, in the shape authors copy from. */
export const firstGuideline = `guideline "New guideline"
  source "Title of the published guideline", pages 1-2
  effective from 2026-01-01

fact significant symptom change: yes or no
  "emergence of a significant change of symptoms"
  needs objective evidence

service imaging
  MRI of the cervical spine without contrast    CPT 72141

imaging if significant symptom change
  cite page 1
`;
