import { appendFileSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, relative } from "node:path";
import type { MutantResult } from "@stryker-mutator/api/core";
import { declareClassPlugin, PluginKind } from "@stryker-mutator/api/plugin";
import type { Reporter } from "@stryker-mutator/api/report";

/*
 * Writes a line for every mutant that no test has noticed as soon as that is known, into reports/survivors.txt: a run takes
 * long, and one that is broken off has told what it knew.
 */

const FILE = "reports/survivors.txt";

class Survivors implements Reporter {
  onDryRunCompleted(): void {
    mkdirSync(dirname(FILE), { recursive: true });
    writeFileSync(FILE, "");
  }

  onMutantTested({ status, fileName, location, mutatorName, replacement }: Readonly<MutantResult>): void {
    if (status !== "Survived" && status !== "NoCoverage") return;
    const { start } = location;
    const place = `${relative(process.cwd(), fileName)}:${String(start.line)}:${String(start.column)}`;
    const change = (replacement ?? "").replace(/\s+/g, " ").slice(0, 120);
    appendFileSync(FILE, `${place} ${mutatorName}: ${change}\n`);
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.Reporter, "survivors", Survivors)];
