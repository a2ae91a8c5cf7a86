// The command line as one file of JavaScript. The sources are TypeScript and nothing has to be built first: the file is
// made when it is missing or older than what it was made from (half a second), and kept, because reading some hundred
// sources at every start takes longer than a check.
import { createHash } from "node:crypto";
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const KEPT = join(ROOT, "node_modules", ".cache", "gouji");
/** Says which file is the newest, and what of. */
const NEWEST = join(KEPT, "newest.json");

/** @returns the module `src/cli/index.ts` */
export async function loadCommandLine() {
  return import(pathToFileURL(newest() ?? (await make())).href);
}

/** The file that was made last; null where there is none or a source has changed since. */
function newest() {
  try {
    const { file, sources } = JSON.parse(readFileSync(NEWEST, "utf8"));
    statSync(join(KEPT, file));
    return sources.every(([path, stamp]) => stampOf(path) === stamp) ? join(KEPT, file) : null;
  } catch (error) {
    if (error.code === undefined && !(error instanceof SyntaxError)) throw error;
    return null;
  }
}

/** Time and size of a source; the packages are told by the lock file that names their versions. */
function stampOf(path) {
  const { mtimeMs, size } = statSync(join(ROOT, path));
  return `${mtimeMs} ${size}`;
}

async function make() {
  const { build } = await import("esbuild");
  const { outputFiles, metafile } = await build({
    absWorkingDir: ROOT,
    entryPoints: ["src/cli/index.ts"],
    bundle: true,
    write: false,
    metafile: true,
    platform: "node",
    format: "esm",
    target: "node20",
    minify: true,
    charset: "utf8",
    logLevel: "silent",
    mainFields: ["module", "main"],
    // What comes as CommonJS asks for Node's own modules in its way.
    banner: {
      js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);',
    },
    plugins: [piscinaWhereItIs],
  });
  const [{ contents }] = outputFiles;
  const own = Object.keys(metafile.inputs).filter((path) => !path.startsWith("node_modules/"));
  const sources = [...own, "package-lock.json", "bin/command-line.mjs"].map((path) => [path, stampOf(path)]);
  const file = `${createHash("sha256").update(contents).digest("hex").slice(0, 16)}.mjs`;
  try {
    mkdirSync(KEPT, { recursive: true });
    put(join(KEPT, file), contents);
    put(NEWEST, JSON.stringify({ file, sources }));
    dropOld();
    return join(KEPT, file);
  } catch (error) {
    if (error.code === undefined) throw error;
    return putAside(file, contents);
  }
}

/** Whole or not at all: others may be starting at the same time. */
function put(path, contents) {
  const half = `${path}.${process.pid}`;
  writeFileSync(half, contents);
  renameSync(half, path);
}

/** What was made days ago serves no call that is still running. */
function dropOld() {
  const dayAgo = Date.now() - 24 * 3600 * 1000;
  for (const name of readdirSync(KEPT)) {
    if (statSync(join(KEPT, name)).mtimeMs < dayAgo) rmSync(join(KEPT, name), { force: true });
  }
}

/** Where nothing may be kept, for this one call. */
function putAside(file, contents) {
  const folder = mkdtempSync(join(tmpdir(), "gouji-"));
  process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, file), contents);
  return join(folder, file);
}

/** Piscina starts a file of its own in each worker, and must find it. */
const piscinaWhereItIs = {
  name: "piscina",
  setup({ onResolve }) {
    onResolve({ filter: /^piscina$/ }, () => ({ path: import.meta.resolve("piscina"), external: true }));
  },
};
