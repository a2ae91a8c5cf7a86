import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { CheckTask } from "./check-file";
import { WorkerPool } from "./worker-pool";

/* Real workers that hang, die and fill the memory: their file is reported, and the next one is checked. */

const WORKER = pathToFileURL(join(process.cwd(), "test", "support", "awkward-worker.mjs"));

function task(path: string): CheckTask {
  return { path, size: 1, modified: "", setting: "", precision: "nearest", forms: [] };
}

test.each([
  ["hangs", "timeout", "“hangs.xlsx”核对了 2 秒还没有结果，已跳过"],
  ["exits", "crashed", "“exits.xlsx”核对时程序中断，没有结果"],
  ["throws", "crashed", "“throws.xlsx”核对时程序中断，没有结果"],
  ["fills", "memory", "“fills.xlsx”过大，内存不够"],
])(
  "a worker that %s: %s",
  async (name, problem, sentence) => {
    // Filling 256 MB takes longer than hanging needs to be noticed.
    const timeout = name === "hangs" ? 2 : 600;
    const pool = new WorkerPool(WORKER, { jobs: 1, memory: 1, timeout });
    try {
      const [answer, next] = await Promise.all([
        pool.run(task(`a/${name}.xlsx`), false),
        pool.run(task("b/good.xlsx"), true),
      ]);
      expect(answer.problem).toBe(problem);
      expect(JSON.parse(answer.line)).toMatchObject({ path: `a/${name}.xlsx`, report: null });
      expect(answer.file.outcome).toMatchObject({
        kind: "unread",
        reason: expect.stringContaining(sentence),
      });
      expect(next.line).toBe("b/good.xlsx");
      expect((await pool.run(task("c/good.xlsx"), false)).line).toBe("c/good.xlsx");
    } finally {
      await pool.close();
    }
  },
  120_000,
);
