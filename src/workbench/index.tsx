import "../taskpane/strict-csp";
import { createRoot } from "react-dom/client";
import { WorkbenchController } from "./page/controller";
import { Workbench } from "./page/Workbench";
import { startUniver } from "./sheet/univer-app";
import { texts } from "./texts";

function start(root: HTMLElement): void {
  const [sheetElement, paneElement] = [filling(), filling()];
  const page = createRoot(root);
  const dark = window.matchMedia("(prefers-color-scheme: dark)").matches;
  const app = startUniver(sheetElement);
  const controller = new WorkbenchController(app, paneElement, dark);
  page.render(<Workbench controller={controller} sheetElement={sheetElement} paneElement={paneElement} />);
  void controller.openSample();
}

function filling(): HTMLElement {
  const element = document.createElement("div");
  element.style.height = "100%";
  return element;
}

const root = document.getElementById("root");
if (root === null) throw new Error("workbench.html has no element #root.");
try {
  start(root);
} catch (error) {
  root.textContent = texts.startFailed;
  throw error;
}
