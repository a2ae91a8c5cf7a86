import { spawn } from "node:child_process";
import { appendFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { zipSync } from "fflate";
import { mutatedFiles } from "../scripts/mutated-files";
import { parseRecord, type FileRecord } from "../src/cli/batch/record";
import { checkWorkbook } from "../src/core/check-workbook";
import { readXlsx } from "../src/xlsx";
import { casePath, readCase } from "./support/cases";
import { describeWithLibreOffice, throughLibreOffice } from "./xlsx/libreoffice";
import { packageFaults } from "./xlsx/parts";

/* `gouji check` on a folder of mistyped copies of the sample and of files that cannot be read, as a user runs it. */

const folder = mkdtempSync(join(tmpdir(), "gouji-batch-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const COPIES = 8;
/** With a clean one and four that cannot be read. */
const FILES = COPIES + 5;
const units = join(folder, "单位");
const sample = new Uint8Array(readFileSync(casePath("hunan-budget-2026")));
const slips = new Map<string, string>();

function put(name: string, content: Uint8Array | string): string {
  const path = join(units, name);
  mkdirSync(join(path, ".."), { recursive: true });
  writeFileSync(path, content);
  return path;
}

for (const { mutation, bytes } of mutatedFiles(
  sample,
  readCase("hunan-budget-2026"),
  new Set(["预算03表 支出总表", "预算07表 一般公共预算支出表"]),
)) {
  if (slips.size === COPIES) break;
  slips.set(put(`单位${String(slips.size + 1)}/预算.xlsx`, bytes), mutation.sheet);
}
put("好/=1+1.xlsx", sample);
put("坏/空.xlsx", "");
put("坏/加密.xlsx", encrypted());
put("坏/炸弹.xlsx", zipSync({ "xl/workbook.xml": [new Uint8Array(80 * 2 ** 20), { level: 9 }] }));
put("坏/旧.xls", "<html>");
put("坏/~$预算.xlsx", "lock");

/** A compound file with the streams of an encrypted workbook. */
function encrypted(): Uint8Array {
  const bytes = new Uint8Array(512 * 4);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  for (const [index, name] of ["Root Entry", "EncryptionInfo", "EncryptedPackage"].entries()) {
    bytes.set(new Uint8Array(Buffer.from(name, "utf16le")), 1024 + 128 * index);
    bytes[1024 + 128 * index + 64] = 2 * name.length + 2;
  }
  return bytes;
}

interface Run {
  readonly status: number | null;
  readonly out: readonly string[];
  readonly err: string;
}

/** @param signals sent one after the other, each when `lines` holds so many lines. */
function check(
  args: readonly string[],
  lines = "",
  signals: readonly (readonly [NodeJS.Signals, number])[] = [],
): Promise<Run> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ["bin/gouji.mjs", "check", ...args]);
    const texts = { out: "", err: "" };
    child.stdout.on("data", (chunk: Buffer) => (texts.out += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => (texts.err += chunk.toString()));
    const waiting = [...signals];
    const timer = setInterval(() => {
      const [signal, after] = waiting[0] ?? [];
      if (signal === undefined || after === undefined || linesIn(lines) < after) return;
      waiting.shift();
      child.kill(signal);
    }, 5);
    child.on("close", (status) => {
      clearInterval(timer);
      resolve({ status, out: texts.out.trimEnd().split("\n"), err: texts.err });
    });
  });
}

function linesIn(path: string): number {
  return existsSync(path) ? readFileSync(path, "utf8").split("\n").length - 1 : 0;
}

function recordsIn(path: string): FileRecord[] {
  const lines = readFileSync(path, "utf8").split("\n");
  expect(lines.pop()).toBe("");
  return lines.map((line) => {
    const record = parseRecord(line);
    if (record === null) throw new Error(`no record: ${line.slice(0, 80)}`);
    return record;
  });
}

function sheetsOf(path: string): unknown {
  return readXlsx(readFileSync(path), "汇总.xlsx").sheets.map(({ name, cells }) => ({
    name,
    cells: [...cells],
  }));
}

const whole = { lines: join(folder, "全.jsonl"), summary: join(folder, "全.xlsx") };
const broken = { lines: join(folder, "断.jsonl"), summary: join(units, "断.xlsx") };
const contents = (): string[] => [...slips.keys()].map((path) => readFileSync(path).toString("base64"));
const before = contents();
let full: Run;

beforeAll(async () => {
  full = await check([units, "--jobs", "2", "--jsonl", whole.lines, "--summary", whole.summary]);
}, 300_000);

test("a line a file in the order of the names, then the count; status 1 where a file has errors", () => {
  const { status, out, err } = full;
  expect({ status, err }).toEqual({ status: 1, err: "" });
  expect(out).toHaveLength(FILES + 2);
  const heads = out.slice(0, -2).map((line) => line.replace(`${units}/`, "").split("　")[0]);
  expect(heads.filter((line) => line?.startsWith("[未核对]") === true)).toHaveLength(4);
  expect(heads.filter((line) => /单位\d/.test(line ?? ""))).toEqual(
    [...slips.keys()].map((_, at) => `[错误] 单位${String(at + 1)}/预算.xlsx`),
  );
  expect(heads).toContain("[通过] 好/=1+1.xlsx");
  expect(out.join("\n")).toMatch(/加密\.xlsx\u3000“加密\.xlsx”已加密/);
  expect(out.join("\n")).toMatch(/炸弹\.xlsx\u3000“炸弹\.xlsx”.*再试/);
  expect(out.at(-2)).toMatch(
    new RegExp(
      `^共 ${String(FILES)} 个文件：通过 1 个，有错误 ${String(COPIES)} 个（\\d+ 处），未核对 4 个。$`,
    ),
  );
});

test("JSON lines hold the report that a file gives alone", () => {
  const records = recordsIn(whole.lines);
  expect(records).toHaveLength(FILES);
  for (const { path, report, size, owner } of records.slice(-3)) {
    if (report === null) continue;
    expect(report).toEqual(
      JSON.parse(JSON.stringify(checkWorkbook(readXlsx(readFileSync(path), report.file)))),
    );
    expect({ size, owner }).toEqual({ size: statSync(path).size, owner: "湖南省市场监督管理局" });
  }
});

test("stopped, killed in the middle of a line and gone on with: the same lines, list and summary as in one go", async () => {
  const args = [units, "--jobs", "1", "--jsonl", broken.lines, "--summary", broken.summary];
  const stopped = await check(args, broken.lines, [["SIGINT", 2]]);
  expect(stopped.status).toBe(130);
  expect(stopped.err).toMatch(/正在停止：.*\n已停止，还有 \d+ 个文件没有核对。接着做：.*--resume。\n$/s);
  const partly = recordsIn(broken.lines).length;
  expect(partly).toBeGreaterThanOrEqual(2);
  expect(partly).toBeLessThan(FILES);
  expect(JSON.stringify(sheetsOf(broken.summary))).toContain("中途停止");

  const killed = await check([...args, "--resume"], broken.lines, [["SIGKILL", partly + 2]]);
  expect(killed.status).toBeNull();
  appendFileSync(broken.lines, '{"path":"单位/断');
  const { status, out } = await check([...args, "--resume"]);
  expect(status).toBe(1);
  expect(out.slice(0, -3)).toEqual(full.out.slice(0, -2));
  expect(out.at(-2)).toMatch(/^其中 \d+ 个没有变动，沿用上次的结果。$/);
  const byPath = (path: string): FileRecord[] =>
    recordsIn(path).toSorted((a, b) => (a.path < b.path ? -1 : 1));
  expect(byPath(broken.lines)).toEqual(byPath(whole.lines));
  expect(sheetsOf(broken.summary)).toEqual(sheetsOf(whole.summary));
  expect(
    readdirSync(folder)
      .concat(readdirSync(units))
      .filter((name) => name.endsWith(".tmp")),
  ).toEqual([]);
  expect(contents()).toEqual(before);
}, 300_000);

test("the summary: files, tables, findings and what was not checked; texts stay texts", () => {
  const bytes = readFileSync(whole.summary);
  expect(packageFaults(bytes)).toEqual([]);
  const { sheets } = readXlsx(bytes, "汇总.xlsx");
  expect(sheets.map(({ name }) => name)).toEqual(["汇总", "各表情况", "问题清单", "未能核对"]);
  const texts = sheets.map(({ cells }) => [...cells].map(({ value }) => String(value)));
  expect(texts[0]).toContain(
    `共 ${String(FILES)} 个文件：通过 1 个，有错误 ${String(COPIES)} 个，未能核对 4 个。`,
  );
  expect(texts[1]?.filter((text) => text === "预算03表 支出总表")).toHaveLength(COPIES + 1);
  expect(texts[2]?.some((text) => /^《.+》[A-Z]+\d+ 应为 [\d.]+$/.test(text))).toBe(true);
  expect(texts[3]?.filter((text) => text.includes("/坏/"))).toHaveLength(4);
  expect(sheets.flatMap(({ cells }) => [...cells]).filter(({ formula }) => formula !== null)).toEqual([]);
});

describeWithLibreOffice("the summary in LibreOffice", () => {
  test("opens, with every text and number", () => {
    const through = throughLibreOffice({ s: readFileSync(whole.summary) }).get("s") ?? new Uint8Array();
    const values = (bytes: Uint8Array): unknown =>
      readXlsx(bytes, "s.xlsx").sheets.map(({ name, cells }) => [name, [...cells].map(({ value }) => value)]);
    expect(values(through)).toEqual(values(readFileSync(whole.summary)));
  }, 120_000);
});

test("a call that cannot be carried out: one line, status 2, nothing written", async () => {
  const { status, out, err } = await check([units, "--jsonl", "README.md", "--resume"]);
  expect({ status, out }).toEqual({ status: 2, out: [""] });
  expect(err).toMatch(/^“README\.md”不是核对时写的.*\n$/);
}, 60_000);

test("nothing but files that cannot be read: status 2; nothing but good ones: status 0, JSON lines on stdout", async () => {
  const [bad, good] = await Promise.all([
    check([join(units, "坏", "空.xlsx"), join(units, "坏", "旧.xls")]),
    check([join(units, "好", "*.xlsx"), "--json"]),
  ]);
  expect(bad.status).toBe(2);
  expect(good.status).toBe(0);
  expect(good.out.map((line) => parseRecord(line)?.report?.file)).toEqual(["=1+1.xlsx"]);
}, 120_000);
