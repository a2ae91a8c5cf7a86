import { spawnSync } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/* What `bin` does with the sources, on a project of two files: they are built when needed, and only then. */

let root = "";

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "gouji-test-"));
  cpSync("bin", join(root, "bin"), { recursive: true });
  mkdirSync(join(root, "src", "cli"), { recursive: true });
  mkdirSync(join(root, "node_modules"));
  for (const name of ["esbuild", "piscina"]) {
    symlinkSync(join(process.cwd(), "node_modules", name), join(root, "node_modules", name), "dir");
  }
  writeFileSync(join(root, "package-lock.json"), "{}");
  writeFileSync(
    join(root, "src", "cli", "index.ts"),
    'import { says } from "./says"; export async function main(args: readonly string[]): Promise<number> { console.log(says, ...args); return 3; }',
  );
  say("one");
});

afterEach(() => {
  rmSync(root, { recursive: true });
});

const kept = (): string => join(root, "node_modules", ".cache", "gouji");

function say(what: string): void {
  writeFileSync(join(root, "src", "cli", "says.ts"), `export const says: string = ${JSON.stringify(what)};`);
}

function run(): string {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(root, "bin", "gouji.mjs"), "和", "b"],
    {
      encoding: "utf8",
    },
  );
  expect({ status, stderr }).toEqual({ status: 3, stderr: "" });
  return stdout;
}

test("the sources are built once, and again when one has changed", () => {
  expect(run()).toBe("one 和 b\n");
  const built = readdirSync(kept());
  expect(built).toHaveLength(2);
  expect(run()).toBe("one 和 b\n");
  expect(readdirSync(kept())).toEqual(built);
  say("another");
  expect(run()).toBe("another 和 b\n");
});

test("what was built days ago is removed", () => {
  mkdirSync(kept(), { recursive: true });
  for (const [name, day] of [
    ["old.mjs", 1],
    ["recent.mjs", Date.now() / 1000],
  ] as const) {
    writeFileSync(join(kept(), name), "");
    utimesSync(join(kept(), name), day, day);
  }
  run();
  expect(readdirSync(kept())).toEqual(expect.not.arrayContaining(["old.mjs"]));
  expect(readdirSync(kept())).toContain("recent.mjs");
});

test("what was built is what runs", () => {
  run();
  const [file = ""] = readdirSync(kept()).filter((name) => name.endsWith(".mjs"));
  const path = join(kept(), file);
  writeFileSync(path, readFileSync(path, "utf8").replace("one", "kept"));
  expect(run()).toBe("kept 和 b\n");
});

test.each(["", "{", "[]", '{"file":"gone.mjs","sources":[]}'])(
  "a note that says %j is written anew",
  (note) => {
    mkdirSync(kept(), { recursive: true });
    writeFileSync(join(kept(), "newest.json"), note);
    expect(run()).toBe("one 和 b\n");
    expect(readFileSync(join(kept(), "newest.json"), "utf8")).toContain("says.ts");
  },
);

test("where nothing can be kept, it runs all the same", () => {
  writeFileSync(join(root, "node_modules", ".cache"), "");
  expect(run()).toBe("one 和 b\n");
});
