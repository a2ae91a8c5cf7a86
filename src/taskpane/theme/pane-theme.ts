import {
  type BrandVariants,
  createDarkTheme,
  createLightTheme,
  type Theme,
} from "@fluentui/react-components";
import type { Appearance } from "./host-theme";

/** Excel's green, so that the pane looks at home; 80 on white has a contrast of 5.3 : 1. */
const green: BrandVariants = {
  10: "#03160b",
  20: "#062312",
  30: "#083019",
  40: "#0a3f21",
  50: "#0c4e29",
  60: "#0e5e32",
  70: "#0f6d39",
  80: "#107c41",
  90: "#218d51",
  100: "#359b62",
  110: "#4fab77",
  120: "#6cbb8d",
  130: "#8bcba5",
  140: "#a9dabd",
  150: "#c9e9d6",
  160: "#e6f5ec",
};

/** Chinese faces of Windows and macOS first; the Latin ones of such a face would set figures too wide. */
const fontFamilyBase =
  '"Segoe UI", "Microsoft YaHei UI", "Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", "Source Han Sans SC", system-ui, sans-serif';

const themes: Readonly<Record<Appearance, Theme>> = {
  light: { ...createLightTheme(green), fontFamilyBase },
  dark: {
    ...createDarkTheme(green),
    fontFamilyBase,
    // The generated dark link is too dim on a dark grey for small text.
    colorBrandForegroundLink: green[130],
    colorBrandForegroundLinkHover: green[140],
    colorBrandForegroundLinkPressed: green[120],
  },
};

export function paneTheme(appearance: Appearance): Theme {
  return themes[appearance];
}
