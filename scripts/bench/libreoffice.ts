import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { WorkbookSnapshot } from "../../src/core/workbook/snapshot";
import { RECALCULATE_ALWAYS } from "../../test/xlsx/libreoffice";
import { asFile } from "./engine";
import { withRelationFormulas } from "./relation-formulas";

export interface WaysFigures {
  readonly formulas: number;
  /** `gouji check FILE --json`, from the start of the process to its end. */
  readonly goujiMs: number;
  /** LibreOffice without a window, from its start to the end: opens the workbook with the formulas and computes them. */
  readonly libreOfficeMs: number;
  /** Violated relations by LibreOffice's count. */
  readonly violated: number;
}

/** A whole check with the tool against LibreOffice computing the same relations as formulas; each the shortest of the runs. */
export function measureWays(workbook: WorkbookSnapshot, repeats: number): WaysFigures {
  const folder = mkdtempSync(join(tmpdir(), "gouji-bench-"));
  try {
    const [plain, formulas] = [join(folder, "plain.xlsx"), join(folder, "formulas.xlsx")];
    writeFileSync(plain, asFile(workbook));
    const made = withRelationFormulas(workbook);
    writeFileSync(formulas, made.file);
    mkdirSync(join(folder, "profile", "user"), { recursive: true });
    writeFileSync(join(folder, "profile", "user", "registrymodifications.xcu"), RECALCULATE_ALWAYS);
    // What saves least takes the least of its time: the sheet of formulas alone, as text.
    const office = (): unknown =>
      execFileSync(
        "soffice",
        [`-env:UserInstallation=file://${folder}/profile`, "--headless", "--norestore"].concat([
          "--convert-to",
          "csv",
          "--outdir",
          folder,
          formulas,
        ]),
        { stdio: "pipe" },
      );
    const gouji = (): unknown =>
      execFileSync(process.execPath, ["bin/gouji.mjs", "check", plain, "--json"], {
        stdio: "pipe",
        maxBuffer: 1 << 30,
      });
    let [goujiMs, libreOfficeMs] = [Infinity, Infinity];
    // LibreOffice's first start makes its profile, which is no part of the work.
    office();
    for (let repeat = 0; repeat < repeats; repeat++) {
      goujiMs = Math.min(goujiMs, timed(gouji));
      libreOfficeMs = Math.min(libreOfficeMs, timed(office));
    }
    const [violated = ""] = readFileSync(join(folder, "formulas.csv"), "utf8").split(/[,\n]/);
    return { formulas: made.formulas, goujiMs, libreOfficeMs, violated: Number(violated) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function timed(action: () => unknown): number {
  const start = performance.now();
  action();
  return performance.now() - start;
}
