import { createTheme, type MantineColorsTuple, rem } from "@mantine/core";

/** The accent of studio.md at shade 8 (light) and 3 (dark), with its neighbours. */
const accent: MantineColorsTuple = [
  "#eef4fb",
  "#dbe7f4",
  "#b4cfea",
  "#8ab8e6",
  "#689fd6",
  "#4c86c0",
  "#386fa7",
  "#2a5e91",
  "#1f4e79",
  "#163a5c",
];

/** Dialogs come and go in under 150 ms and leave the page behind them readable. */
const dialog = {
  overlayProps: { backgroundOpacity: 0.28 },
  transitionProps: { duration: 120 },
  closeButtonProps: { "aria-label": "Close" },
};

/** Mantine dressed in the colours of `tokens.css`; the tokens switch with the colour scheme, Mantine's own shades follow. */
export const mantineTheme = createTheme({
  fontFamily: "var(--sans)",
  fontFamilyMonospace: "var(--mono)",
  colors: { accent },
  primaryColor: "accent",
  primaryShade: { light: 8, dark: 3 },
  autoContrast: true,
  luminanceThreshold: 0.4,
  defaultRadius: rem(6),
  respectReducedMotion: true,
  components: {
    Modal: { defaultProps: dialog },
    Drawer: { defaultProps: dialog },
    // Mantine gives it none, and what has none may not be named.
    Loader: { defaultProps: { role: "status" } },
  },
  fontSizes: { xs: rem(12), sm: rem(13.5), md: rem(14.5), lg: rem(16), xl: rem(20) },
});
