import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { Journal } from "./journal";
import { holdsFor, parseRecord, recordLine, type FileRecord } from "./record";

const folder = mkdtempSync(join(tmpdir(), "gouji-journal-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const path = join(folder, "结果.jsonl");

function unread(name: string, size = 1): FileRecord {
  return {
    path: name,
    size,
    modified: "2026-03-31T00:00:00.000Z",
    setting: "0.1.0 nearest",
    owner: "",
    report: null,
    problem: { code: "encrypted", message: "“预算”已加密。" },
  };
}

/** Goes on with a file of this content and adds a line; gives the paths that were kept and the content then. */
async function resumed(content: string | Uint8Array): Promise<{ kept: string[]; lines: string[] } | null> {
  writeFileSync(path, content);
  const kept: string[] = [];
  const journal = await Journal.resume(path, (record) => {
    if (record.size > 1) return false;
    kept.push(record.path);
    return true;
  });
  if (journal === null) return null;
  journal.append(recordLine(unread("新")));
  journal.close();
  expect(readdirSync(folder)).toEqual(["结果.jsonl"]);
  const text = readFileSync(path, "utf8");
  expect(text.endsWith("\n")).toBe(true);
  return { kept, lines: text.trimEnd().split("\n") };
}

const LINES = ["甲", "乙", "丙"].map((name) => recordLine(unread(name)));

test("cut off at any byte, it goes on with the whole lines and is valid again", async () => {
  const whole = new TextEncoder().encode(LINES.map((line) => `${line}\n`).join(""));
  await fc.assert(
    fc.asyncProperty(fc.nat(whole.length), async (length) => {
      const cut = whole.subarray(0, length);
      // A line is whole when only its end is missing.
      const complete = new TextDecoder()
        .decode(cut)
        .split("\n")
        .filter((line) => LINES.includes(line));
      const result = await resumed(cut);
      expect(result?.lines).toEqual([...complete, recordLine(unread("新"))]);
      expect(result?.kept).toHaveLength(complete.length);
    }),
    { numRuns: 60 },
  );
});

test("of two lines on one file the later one counts; what no longer holds, and a damaged line, are taken out", async () => {
  const [first = "", second = "", third = ""] = LINES;
  const stale = recordLine(unread("乙", 2));
  const result = await resumed([first, stale, second, first, third.slice(9), ""].join("\n"));
  expect(result?.kept).toEqual(["乙", "甲"]);
  expect(result?.lines).toEqual([second, first, recordLine(unread("新"))]);
  expect((await resumed(`${second}\n${stale}\n`))?.kept).toEqual([]);
});

test.each(["单位,金额\n甲,1\n", "{}", '{"version":1}\n'])(
  "another file stays as it is: %j",
  async (content) => {
    expect(await resumed(content)).toBeNull();
    expect(readFileSync(path, "utf8")).toBe(content);
  },
);

test("a file that is there is not replaced unless it may be", () => {
  writeFileSync(path, "我的");
  expect(() => Journal.create(path, false)).toThrow("EEXIST");
  expect(readFileSync(path, "utf8")).toBe("我的");
  Journal.create(path, true).close();
  expect(readFileSync(path, "utf8")).toBe("");
});

test("a record holds as long as nothing has changed, and what may pass is tried again", () => {
  const record = unread("甲");
  expect(parseRecord(recordLine(record))).toEqual(record);
  expect(parseRecord(recordLine({ ...record, problem: null }))).toBeNull();
  expect(holdsFor(record, record)).toBe(true);
  for (const changed of [{ size: 2 }, { modified: "2026-04-01T00:00:00.000Z" }, { setting: "0.2.0 nearest" }])
    expect(holdsFor(record, { ...record, ...changed })).toBe(false);
  for (const code of ["system", "timeout", "memory", "crashed"])
    expect(holdsFor({ ...record, problem: { code, message: "" } }, record)).toBe(false);
});
