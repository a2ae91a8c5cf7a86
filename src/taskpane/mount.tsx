import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./App";
import { openPreferences } from "./preferences";
import type { PaneSession } from "./session/pane-session";
import { createTexts, type Language } from "./texts";

/**
 * Shows the task pane in `element`, which gives it its size. Returns the way to take it off again. The same call serves
 * Excel and the browser workbench.
 */
export function mountPane(element: HTMLElement, session: PaneSession, language: Language): () => void {
  element.lang = language;
  // Before anything is drawn: a check from the ribbon goes by the preferences too.
  void session.preferences.open(openPreferences);
  const root = createRoot(element);
  root.render(
    <StrictMode>
      <App session={session} texts={createTexts(language)} openPreferences={openPreferences} />
    </StrictMode>,
  );
  return () => {
    session.check.live.stop();
    root.unmount();
  };
}
