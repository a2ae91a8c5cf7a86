import { expect } from "expect";

/** One test as jest would run it. */
export interface RegisteredTest {
  readonly id: string;
  /** As the test file has it. */
  readonly name: string;
  readonly file: string;
  readonly run: () => Promise<void>;
}

type Action = () => unknown;

/**
 * The few words of jest that the tests of the engine use — test, test.each, describe, the hooks and expect —, as globals that
 * collect instead of run. A word that is missing fails when the tests are loaded, not silently.
 */
export class TestRegistry {
  readonly tests: RegisteredTest[] = [];
  #path: readonly string[] = [];
  #hooks: { readonly before: readonly Action[]; readonly after: readonly Action[] } = {
    before: [],
    after: [],
  };

  /** @param file the test file whose body runs next */
  enter(file: string): void {
    this.#path = [file];
    this.#hooks = { before: [], after: [] };
  }

  globals(): Record<string, unknown> {
    const each =
      (take: (name: string, action: Action) => void) =>
      (rows: readonly unknown[]) =>
      (name: string, action: (...row: unknown[]) => unknown): void => {
        for (const [at, row] of rows.entries()) {
          const told: unknown[] = Array.isArray(row) ? row : [row];
          take(`${name} #${String(at)}`, () => action(...told));
        }
      };
    const test = (name: string, action: Action): void => {
      this.#add(name, action);
    };
    const describe = (name: string, body: () => void): void => {
      const [path, hooks] = [this.#path, this.#hooks];
      this.#path = [...path, name];
      body();
      [this.#path, this.#hooks] = [path, hooks];
    };
    return {
      expect,
      test: Object.assign(test, { each: each(test) }),
      it: Object.assign(test, { each: each(test) }),
      describe: Object.assign(describe, {
        each: each((name, body) => {
          describe(name, body);
        }),
      }),
      beforeEach: (action: Action) => {
        this.#hooks = { ...this.#hooks, before: [...this.#hooks.before, action] };
      },
      afterEach: (action: Action) => {
        this.#hooks = { ...this.#hooks, after: [...this.#hooks.after, action] };
      },
      beforeAll: (action: Action) => {
        let done: Promise<unknown> | null = null;
        const once = (): Promise<unknown> => (done ??= Promise.resolve(action()));
        this.#hooks = { ...this.#hooks, before: [...this.#hooks.before, once] };
      },
    };
  }

  #add(name: string, action: Action): void {
    const { before, after } = this.#hooks;
    this.tests.push({
      name,
      file: this.#path[0] ?? "",
      id: [...this.#path, name, String(this.tests.length)].join(" › "),
      run: async () => {
        for (const hook of before) await hook();
        await action();
        for (const hook of after) await hook();
      },
    });
  }
}
