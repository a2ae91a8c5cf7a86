import "./strict-csp";
import { pageEngine, pageLiveEngine } from "./engine/engine";
import { ExcelWorkbookHost } from "../excel";
import { startTaskpane } from "./start";

const root = document.getElementById("root");
if (root === null) throw new Error("taskpane.html has no element #root.");
void startTaskpane(root, () => new ExcelWorkbookHost(), pageEngine, pageLiveEngine);
