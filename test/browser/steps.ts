/** One thing the workbench must do; steps of a list build on one another. */
export interface Step<T> {
  readonly name: string;
  readonly run: (subject: T) => Promise<string | undefined>;
}

export function step<T>(name: string, run: (subject: T) => Promise<unknown>): Step<T> {
  return {
    name,
    run: async (subject) => {
      const remark = await run(subject);
      return typeof remark === "string" ? remark : undefined;
    },
  };
}

/** Runs steps in order and prints each; after a failure the rest would say nothing, so it is not tried. */
export async function runSteps<T>(
  title: string,
  subject: T,
  steps: readonly Step<T>[],
  onFailure: (subject: T) => Promise<unknown>,
): Promise<{ readonly passed: number; readonly failed: number }> {
  console.log(title);
  for (const [index, { name, run }] of steps.entries()) {
    const start = Date.now();
    try {
      const remark = await run(subject);
      const more = remark === undefined ? "" : ` — ${remark}`;
      console.log(`  ✓ ${name} (${String(Date.now() - start)} ms)${more}`);
    } catch (error) {
      console.log(`  ✕ ${name}\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
      await onFailure(subject);
      return { passed: index, failed: steps.length - index };
    }
  }
  return { passed: steps.length, failed: 0 };
}
