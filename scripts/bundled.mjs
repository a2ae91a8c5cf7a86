// `node scripts/bundled.mjs SCRIPT ARGUMENTS`: runs a script of benchmarks as one file, as the engine runs in the pane and on
// the command line. Compiled module by module, every name that one module imports from another costs a call.
import { mkdirSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";

const [script = ""] = process.argv.splice(2, 1);
const folder = join(import.meta.dirname, "..", "node_modules", ".cache", "gouji-scripts");
const outfile = join(folder, `${basename(script, ".ts")}-${process.pid}.mjs`);
mkdirSync(folder, { recursive: true });
process.on("exit", () => rmSync(outfile, { force: true }));
await build({
  entryPoints: [script],
  outfile,
  bundle: true,
  platform: "node",
  format: "esm",
  target: "node20",
  packages: "external",
  logLevel: "error",
});
await import(pathToFileURL(outfile).href);
