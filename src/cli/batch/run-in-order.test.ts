import fc from "fast-check";
import { runInOrder } from "./run-in-order";

interface Task {
  readonly at: number;
  readonly isLarge: boolean;
  readonly needsMore: boolean;
  /** Turns of the event loop it takes. */
  readonly turns: number;
}

interface Outcome {
  readonly turns: readonly number[];
  readonly done: readonly number[];
  readonly left: number;
  readonly most: number;
  /** Whether a task that ran alone ever had company. */
  readonly disturbed: boolean;
}

async function run(tasks: readonly Task[], jobs: number, stopAfter = Infinity): Promise<Outcome> {
  const turns: number[] = [];
  const done: number[] = [];
  const running = new Map<number, boolean>();
  let most = 0;
  let disturbed = false;
  const left = await runInOrder<Task, { at: number; needsMore: boolean }>({
    tasks,
    jobs,
    isLarge: ({ isLarge }) => isLarge,
    run: async ({ at, needsMore, turns: takes }, alone) => {
      running.set(at, alone);
      most = Math.max(most, running.size);
      if (running.size > 1 && [...running.values()].includes(true)) disturbed = true;
      for (let turn = 0; turn < takes; turn++) await new Promise((resolve) => setImmediate(resolve));
      running.delete(at);
      return { at, needsMore: needsMore && !alone };
    },
    needsMore: ({ needsMore }) => needsMore,
    isStopped: () => done.length >= stopAfter,
    onDone: ({ at }) => done.push(at),
    onTurn: ({ at }) => turns.push(at),
  });
  return { turns, done, left, most, disturbed };
}

const tasksArbitrary = fc
  .array(fc.record({ isLarge: fc.boolean(), needsMore: fc.boolean(), turns: fc.nat(4) }), { maxLength: 30 })
  .map((drawn) => drawn.map((task, at) => ({ ...task, at })));

test("whatever the tasks take: each is done once, listed in order, never too many at once, large ones alone", async () => {
  await fc.assert(
    fc.asyncProperty(tasksArbitrary, fc.integer({ min: 1, max: 5 }), async (tasks, jobs) => {
      const { turns, done, left, most, disturbed } = await run(tasks, jobs);
      expect(turns).toEqual(tasks.map(({ at }) => at));
      expect(done.toSorted((a, b) => a - b)).toEqual(turns);
      expect({ left, disturbed }).toEqual({ left: 0, disturbed: false });
      expect(most).toBeLessThanOrEqual(jobs);
    }),
    { numRuns: 100 },
  );
});

test("several run at once, and a slow one holds back the list but not the work", async () => {
  const tasks = [5, 0, 0, 0].map((turns, at) => ({ at, isLarge: false, needsMore: false, turns }));
  const { turns, done, most } = await run(tasks, 2);
  expect(most).toBe(2);
  expect(done.at(-1)).toBe(0);
  expect(turns).toEqual([0, 1, 2, 3]);
});

test("once stopped, what runs is finished and nothing else is begun", async () => {
  await fc.assert(
    fc.asyncProperty(tasksArbitrary, fc.nat(5), async (tasks, stopAfter) => {
      const { turns, done, left } = await run(tasks, 2, stopAfter);
      expect(turns).toEqual(tasks.slice(0, tasks.length - left).map(({ at }) => at));
      expect(done).toHaveLength(turns.length);
      // At most those that were running when it was stopped are beyond.
      expect(done.length).toBeLessThanOrEqual(stopAfter + 1);
    }),
    { numRuns: 100 },
  );
});

test("an error while an answer is kept ends the run with it", async () => {
  const failing = runInOrder<number, number>({
    tasks: [1, 2, 3],
    jobs: 2,
    isLarge: () => false,
    run: (task) => Promise.resolve(task),
    needsMore: () => false,
    isStopped: () => false,
    onDone: () => {
      throw new Error("disk full");
    },
    onTurn: () => undefined,
  });
  await expect(failing).rejects.toThrow("disk full");
});
