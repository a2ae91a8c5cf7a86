import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

export const DEPENDENCIES_FILE = join("docs", "dependencies.md");

const packageSchema = z.object({
  dependencies: z.record(z.string(), z.string()),
  devDependencies: z.record(z.string(), z.string()),
});
const lockSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({
      version: z.string().optional(),
      license: z.string().optional(),
      hasInstallScript: z.boolean().optional(),
      dev: z.boolean().optional(),
    }),
  ),
});
type Locked = z.infer<typeof lockSchema>["packages"][string];

/** What the lock file leaves out or says in a word of its own, looked up in the package itself. */
const LICENCES: Readonly<Record<string, string>> = {
  "@microsoft/office-js": "Microsoft Office Extensible Platform licence (LICENSE.md of the package)",
  "@univerjs/telemetry": "Apache-2.0 (as the repository it comes from)",
};

/** Packages that come along with others and deserve a word. */
const NOTABLE: Readonly<Record<string, string>> = {
  "@univerjs/telemetry": "an interface without an implementation: it sends nothing",
  "core-js": "comes with office-js-helpers; its script prints an advertisement",
  "node-forge": "comes with office-addin-dev-certs",
  protobufjs: "comes with Univer; its script prints a warning about versions",
  "unrs-resolver": "comes with jest; its script checks for its binary",
  "@parcel/watcher": "comes with the tests' tools; its script builds a binary where none fits",
  zrender: "draws for ECharts",
};

function read<T>(file: string, schema: z.ZodType<T>): T {
  return schema.parse(JSON.parse(readFileSync(file, "utf8")));
}

/** What every direct dependency is for. */
export function dependencyPurposes(): Readonly<Record<string, string>> {
  return read(join("scripts", "dependency-purposes.json"), z.record(z.string(), z.string()));
}

/** The names of package.json, those that ship first. */
export function directDependencies(): { readonly shipped: string[]; readonly tools: string[] } {
  const { dependencies, devDependencies } = read("package.json", packageSchema);
  return { shipped: Object.keys(dependencies), tools: Object.keys(devDependencies) };
}

/** The page docs/dependencies.md, from package.json, the lock file and the purposes; nothing is asked of a registry. */
export function dependencyReview(): string {
  const { packages } = read("package-lock.json", lockSchema);
  const purposes = dependencyPurposes();
  const { shipped, tools } = directDependencies();
  const locked = (name: string): Locked => packages[`node_modules/${name}`] ?? {};
  const row = (name: string, purpose: string): string => {
    const { version = "?", license, hasInstallScript } = locked(name);
    const licence = LICENCES[name] ?? license ?? "?";
    return `| ${name} | ${version} | ${licence} | ${hasInstallScript === true ? "yes" : "–"} | ${purpose} |`;
  };
  const table = (names: readonly string[]): string =>
    [
      "| package | version | licence | install script | purpose |",
      "|---|---|---|---|---|",
      ...names.map((name) => row(name, purposes[name] ?? "?")),
    ].join("\n");
  const notable = Object.entries(NOTABLE).filter(([name]) => `node_modules/${name}` in packages);
  return `# Dependencies

<!-- Written by \`npm run docs\` from package.json, package-lock.json and scripts/dependency-purposes.json. -->

${String(Object.keys(packages).length - 1)} packages are locked, with the checksum of each. No install script is run: \`.npmrc\` says \`ignore-scripts\`,
and none of those below is needed. What npm knows of weaknesses: \`npm audit\`; what is newer, and since when: \`npm outdated\`,
\`npm view NAME time.modified\`. A package enters by a commit of its own that says what it is for in
\`scripts/dependency-purposes.json\`; a test holds the list complete.

## In what is delivered

${table(shipped)}

## Tools of the developers

${table(tools)}

## Come along with others

| package | version | licence | install script | note |
|---|---|---|---|---|
${notable.map(([name, note]) => row(name, note)).join("\n")}

Licences of all locked packages: ${licenceCounts(packages)}.
`;
}

function licenceCounts(packages: z.infer<typeof lockSchema>["packages"]): string {
  const counts = new Map<string, number>();
  for (const [path, { license }] of Object.entries(packages)) {
    if (path === "") continue;
    const name = path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);
    const licence = license === undefined || name in LICENCES ? "see above" : license;
    counts.set(licence, (counts.get(licence) ?? 0) + 1);
  }
  return [...counts]
    .sort(([a, many], [b, few]) => few - many || a.localeCompare(b))
    .map(([licence, count]) => `${licence} ${String(count)}`)
    .join(", ");
}
