/** Why a release has the number it has: it is computed from what the text means, never typed. */
export const versionReasons = {
  first: "It is the first release of this set.",
  patch: "Every answer there can be stays as it is, proved: the last part of the number goes up.",
  minor: "Something is added and every answer there was stays, proved: the middle part of the number goes up.",
  major: "Answers change, or it is not proved that they stay: the first part of the number goes up.",
} as const;
