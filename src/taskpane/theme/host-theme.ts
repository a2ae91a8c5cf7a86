import { useSyncExternalStore } from "react";

export type Appearance = "light" | "dark";

/** Office's theme, as far as a version of Excel tells: colours are hexadecimal, `isDarkTheme` came later. */
interface OfficeTheme {
  readonly isDarkTheme?: boolean;
  readonly bodyBackgroundColor?: string;
}

const PREFERS_DARK = "(prefers-color-scheme: dark)";

/** Light or dark by Office's theme; null where it does not say. */
export function appearanceOf(theme: OfficeTheme | undefined): Appearance | null {
  if (theme === undefined) return null;
  if (theme.isDarkTheme !== undefined) return theme.isDarkTheme ? "dark" : "light";
  const match = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(theme.bodyBackgroundColor ?? "");
  if (match === null) return null;
  const [red = 0, green = 0, blue = 0] = match.slice(1).map((part) => parseInt(part, 16));
  return 0.299 * red + 0.587 * green + 0.114 * blue < 128 ? "dark" : "light";
}

/** The appearance of Excel where it tells, else what the browser or system prefers. Follows changes. */
export function useHostAppearance(): Appearance {
  return useSyncExternalStore(subscribe, hostAppearance);
}

function hostAppearance(): Appearance {
  const context = typeof Office === "undefined" ? undefined : (Office.context as Office.Context | undefined);
  return (
    appearanceOf(context?.officeTheme as OfficeTheme | undefined) ??
    (window.matchMedia(PREFERS_DARK).matches ? "dark" : "light")
  );
}

/** Excel has no event for its theme; the user changes it outside of the pane, so coming back is the moment to look. */
function subscribe(changed: () => void): () => void {
  const preference = window.matchMedia(PREFERS_DARK);
  preference.addEventListener("change", changed);
  window.addEventListener("focus", changed);
  return () => {
    preference.removeEventListener("change", changed);
    window.removeEventListener("focus", changed);
  };
}
