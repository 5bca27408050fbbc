import type { CSSVariablesResolver } from "@mantine/core";

const surfaces = {
  "--mantine-color-body": "var(--background)",
  "--mantine-color-text": "var(--ink)",
  "--mantine-color-dimmed": "var(--soft)",
  "--mantine-color-placeholder": "var(--soft)",
  "--mantine-color-default": "var(--panel)",
  "--mantine-color-default-hover": "var(--hover)",
  "--mantine-color-default-color": "var(--ink)",
  "--mantine-color-default-border": "var(--line-strong)",
  "--mantine-color-error": "var(--not-met)",
  "--mantine-color-anchor": "var(--accent)",
};

/** Mantine's surfaces taken from our tokens, so that one file holds the colours. */
export const mantineVariables: CSSVariablesResolver = () => ({ variables: {}, light: surfaces, dark: surfaces });
