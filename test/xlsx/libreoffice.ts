import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Debian package that brings `soffice`. */
const PACKAGE = "libreoffice-calc-nogui";

export const hasLibreOffice = spawnSync("soffice", ["--version"]).status === 0;

/** LibreOffice takes results from the file unless told to compute every one of them anew, which is what we want to compare. */
export const RECALCULATE_ALWAYS = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema"><item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item></oor:items>`;

/** `describe` where LibreOffice is there; without it a visible line, and under CI a failure. */
export function describeWithLibreOffice(name: string, tests: () => void): void {
  if (hasLibreOffice) {
    describe(name, tests);
    return;
  }
  const line = `LibreOffice (soffice, Debian package ${PACKAGE}) is not installed: “${name}” is not tested`;
  if (process.env["CI"] === "true") {
    test(name, () => {
      throw new Error(line);
    });
    return;
  }
  process.stderr.write(`${line}\n`);
  describe.skip(name, tests);
}

/** Opens workbooks in LibreOffice, which computes them, and has it save them anew; by name without extension. */
export function throughLibreOffice(
  files: Readonly<Record<string, Uint8Array>>,
): ReadonlyMap<string, Uint8Array> {
  return converted(files, "xlsx", "xlsx:Calc MS Excel 2007 XML");
}

/** What LibreOffice prints of a workbook: a PDF file, its bytes as characters. */
export function pdfOf(file: Uint8Array): string {
  const pdf = converted({ printed: file }, "pdf", "pdf:calc_pdf_Export").get("printed");
  return new TextDecoder("latin1").decode(pdf);
}

/** A workbook as LibreOffice writes it, of a sheet in OpenDocument's flat XML. */
export function workbookOf(flatXml: string): Uint8Array {
  const files = { made: new TextEncoder().encode(flatXml) };
  return converted(files, "xlsx", "xlsx:Calc MS Excel 2007 XML", "fods").get("made") ?? new Uint8Array();
}

function converted(
  files: Readonly<Record<string, Uint8Array>>,
  extension: string,
  filter: string,
  from = "xlsx",
): ReadonlyMap<string, Uint8Array> {
  const folder = mkdtempSync(join(tmpdir(), "gouji-libreoffice-"));
  try {
    const paths = Object.entries(files).map(([name, bytes]) => {
      const path = join(folder, `${name}.${from}`);
      writeFileSync(path, bytes);
      return path;
    });
    mkdirSync(join(folder, "profile", "user"), { recursive: true });
    writeFileSync(join(folder, "profile", "user", "registrymodifications.xcu"), RECALCULATE_ALWAYS);
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    execFileSync(
      "soffice",
      [
        profile,
        "--headless",
        "--norestore",
        "--convert-to",
        filter,
        "--outdir",
        join(folder, "out"),
        ...paths,
      ],
      { stdio: "pipe", timeout: 120_000 },
    );
    return new Map(
      Object.keys(files).map((name) => [
        name,
        new Uint8Array(readFileSync(join(folder, "out", `${name}.${extension}`))),
      ]),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
