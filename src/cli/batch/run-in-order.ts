/** How far files may be finished ahead of one that takes long: what they gave waits in memory for its turn. */
const AHEAD = 200;

export interface OrderedRun<Task, Answer> {
  readonly tasks: readonly Task[];
  readonly jobs: number;
  /** Whether a task must not run beside others. */
  readonly isLarge: (task: Task) => boolean;
  readonly run: (task: Task, alone: boolean) => Promise<Answer>;
  /** Whether an answer asks for another try, alone. */
  readonly needsMore: (answer: Answer) => boolean;
  /** Whether no more tasks are to be started. */
  readonly isStopped: () => boolean;
  /** As soon as it is there, in whatever order. */
  readonly onDone: (task: Task, answer: Answer) => void;
  /** In the order of the tasks. */
  readonly onTurn: (task: Task, answer: Answer) => void;
}

/** Runs tasks, several at once, in their order. Gives the number of those that were not started. */
export async function runInOrder<Task, Answer>(order: OrderedRun<Task, Answer>): Promise<number> {
  const { tasks, jobs } = order;
  const running = new Set<Promise<void>>();
  const waiting = new Map<number, Answer>();
  const again: number[] = [];
  let next = 0;
  let turn = 0;

  const finish = (at: number, task: Task, answer: Answer): void => {
    order.onDone(task, answer);
    waiting.set(at, answer);
    for (;;) {
      const [turnTask, turnAnswer] = [tasks[turn], waiting.get(turn)];
      if (turnTask === undefined || turnAnswer === undefined) break;
      waiting.delete(turn++);
      order.onTurn(turnTask, turnAnswer);
    }
  };
  const start = (at: number, alone: boolean): Promise<void> => {
    const task = tasks[at];
    if (task === undefined) return Promise.resolve();
    const run = order.run(task, alone).then((answer) => {
      running.delete(run);
      if (!alone && order.needsMore(answer)) again.push(at);
      else finish(at, task, answer);
    });
    running.add(run);
    return run;
  };
  const startAlone = async (at: number): Promise<void> => {
    await Promise.all(running);
    await start(at, true);
  };

  for (;;) {
    const retry = again.shift();
    if (retry !== undefined) {
      await startAlone(retry);
      continue;
    }
    const task = tasks[next];
    const mayStart = task !== undefined && !order.isStopped();
    if (!mayStart) {
      if (running.size === 0) break;
      await Promise.race(running);
    } else if (running.size >= jobs || next - turn >= AHEAD) {
      await Promise.race(running);
    } else if (order.isLarge(task)) {
      await Promise.all(running);
      if (again.length === 0 && !order.isStopped()) await startAlone(next++);
    } else {
      void start(next++, false);
    }
  }
  return tasks.length - next;
}
