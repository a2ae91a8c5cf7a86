import { registerCommands } from "../commands/commands";
import { officeRibbon } from "../commands/office-ribbon";
import type { WorkbookHost } from "../core/workbook/host";
import { mountPane } from "./mount";
import type { LiveEngine } from "./engine/live-engine";
import type { PaneEngine } from "./engine/worker-engine";
import { createPaneSession } from "./session/pane-session";
import { createTexts, languageOf } from "./texts";

/**
 * Starts the page of the add-in, pane and ribbon functions over one session, as soon as Office is ready. `createHost`
 * is called then, not before. Without office.js (a blocked network) or Excel the page says so instead of staying empty.
 */
export async function startTaskpane(
  root: HTMLElement,
  createHost: () => WorkbookHost,
  engine: PaneEngine,
  liveEngine: LiveEngine | null = null,
): Promise<void> {
  if (typeof Office === "undefined") {
    root.textContent = createTexts("zh-CN").t("app.officeMissing");
    return;
  }
  const { host } = await Office.onReady();
  const language = languageOf((Office.context as Office.Context | undefined)?.displayLanguage);
  if (String(host) !== "Excel") {
    root.textContent = createTexts(language).t("app.outsideExcel"); // somebody opened the page in a browser
    return;
  }
  const session = createPaneSession(createHost(), engine, undefined, null, liveEngine);
  document.documentElement.lang = language;
  Object.assign(root.style, { position: "absolute", inset: "0" }); // the pane fills the page
  mountPane(root, session, language);
  registerCommands(session.check, officeRibbon());
}
