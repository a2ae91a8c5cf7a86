import { FluentProvider } from "@fluentui/react-components";
import type { i18n } from "i18next";
import { useEffect, useState, useSyncExternalStore, type ReactNode } from "react";
import { I18nextProvider } from "react-i18next";
import { Pane } from "./Pane";
import { PaneBoundary } from "./PaneBoundary";
import type { PreferenceStore } from "./preferences";
import type { PaneSession } from "./session/pane-session";
import { useHostAppearance } from "./theme/host-theme";
import { paneTheme } from "./theme/pane-theme";

export interface AppProps {
  /** The flows over a workbook host and the engine; that of checking is shared with the ribbon's commands. */
  readonly session: PaneSession;
  /** In the language of the host, which the user may change. */
  readonly texts: i18n;
  readonly openPreferences: () => Promise<PreferenceStore>;
}

// No class: Fluent gives the provider's classes to its pop-ups too, and one of full height would cover the pane.
const FULL_HEIGHT = { height: "100%" } as const;

/** The task pane: theme, language and preferences around the pane. Fills the element it is mounted in. */
export function App({ session, texts, openPreferences }: AppProps): ReactNode {
  const { preferences } = session;
  const { appearance, language } = useSyncExternalStore(preferences.subscribe, preferences.getState);
  const hostAppearance = useHostAppearance();
  const [hostLanguage] = useState(texts.language);
  const spoken = language === "host" ? hostLanguage : language;
  useEffect(() => {
    void preferences.open(openPreferences);
  }, [preferences, openPreferences]);
  useEffect(() => {
    if (texts.language !== spoken) void texts.changeLanguage(spoken);
  }, [texts, spoken]);
  return (
    <I18nextProvider i18n={texts}>
      <FluentProvider
        lang={spoken}
        theme={paneTheme(appearance === "host" ? hostAppearance : appearance)}
        style={FULL_HEIGHT}
      >
        <PaneBoundary>
          <Pane session={session} />
        </PaneBoundary>
      </FluentProvider>
    </I18nextProvider>
  );
}
