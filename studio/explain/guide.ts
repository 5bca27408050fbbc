/** What is asked for to read the language guide, where a diagnostic's code is asked for otherwise; its heading in the guide. */
export const guideTitle = "The language in ten minutes";
