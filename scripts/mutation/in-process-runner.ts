import { createRequire } from "node:module";
import { join, relative } from "node:path";
import { declareClassPlugin, commonTokens, PluginKind } from "@stryker-mutator/api/plugin";
import type { InstrumenterContext, MutantCoverage, StrykerOptions } from "@stryker-mutator/api/core";
import {
  DryRunStatus,
  TestStatus,
  determineHitLimitReached,
  toMutantRunResult,
  type DryRunResult,
  type MutantRunOptions,
  type MutantRunResult,
  type TestResult,
  type TestRunner,
  type TestRunnerCapabilities,
} from "@stryker-mutator/api/test-runner";
import { build } from "esbuild";
import { globSync } from "tinyglobby";
import { TestRegistry } from "./test-registry";

/*
 * A test runner for Stryker that runs jest's test files in its own process, bundled once. Stryker's own runner starts jest
 * anew for each of some six thousand mutants, which takes hours; here a mutant costs the tests that reach it and no more.
 */

/** What instrumented code looks up: which mutant is switched on, and what has been reached. */
type Switches = { -readonly [Key in keyof InstrumenterContext]?: InstrumenterContext[Key] | undefined };

declare global {
  // The name under which instrumented code looks for it.
  var __stryker__: Switches | undefined;
}

const MODULE = "in-process-tests";

/** Under `inProcess` in stryker.config.json; paths from the root of the project. */
interface InProcessSettings {
  /** Loaded before the tests, so that the constants of its modules are known as such. */
  readonly first: string;
  /** Patterns of test files, in the order in which a mutant meets them. */
  readonly tests: readonly string[];
  /** Test files that take long, with the folder whose mutants alone they are tried on. */
  readonly onlyFor: Readonly<Record<string, string>>;
  /** Names of tests that take seconds and find little that the others do not. */
  readonly leaveOut: readonly string[];
}

export class InProcessRunner implements TestRunner {
  static inject: [typeof commonTokens.options] = [commonTokens.options];
  readonly #settings: InProcessSettings;
  #code = "";
  #tests: TestRegistry["tests"] = [];
  #loadedUnder: string | undefined;

  constructor(options: StrykerOptions) {
    this.#settings = options.inProcess as InProcessSettings;
  }

  capabilities(): TestRunnerCapabilities {
    return { reloadEnvironment: true };
  }

  async init(): Promise<void> {
    const files = this.#settings.tests.flatMap((pattern) => globSync(pattern).sort());
    const entry = [
      `import ${JSON.stringify(`./${this.#settings.first}`)};`,
      ...files.flatMap((file, at) => [
        `import "enter:${String(at)}";`,
        `import ${JSON.stringify(`./${file}`)};`,
      ]),
    ].join("\n");
    const { outputFiles } = await build({
      stdin: { contents: entry, resolveDir: process.cwd(), loader: "ts" },
      bundle: true,
      write: false,
      platform: "node",
      format: "cjs",
      // Some packages bring a UMD build for require() that no bundler can follow.
      mainFields: ["module", "main"],
      target: "node20",
      logLevel: "silent",
      plugins: [
        {
          name: "enter",
          setup(builder) {
            builder.onResolve({ filter: /^enter:/ }, ({ path }) => ({ path, namespace: "enter" }));
            builder.onLoad({ filter: /.*/, namespace: "enter" }, ({ path }) => ({
              contents: `enterTestFile(${JSON.stringify(files[Number(path.slice(6))])});`,
            }));
          },
        },
      ],
    });
    this.#code = outputFiles[0]?.text ?? "";
  }

  async dryRun(): Promise<DryRunResult> {
    const context = this.#context();
    const coverage: MutantCoverage = { static: {}, perTest: {} };
    context.mutantCoverage = coverage;
    this.#load(undefined);
    const result = await this.#run(undefined, false);
    const perTest = Object.fromEntries(Object.entries(coverage.perTest).filter(([id]) => id !== MODULE));
    return { ...result, mutantCoverage: { ...coverage, perTest } };
  }

  async mutantRun(options: MutantRunOptions): Promise<MutantRunResult> {
    const { activeMutant, mutantActivation, reloadEnvironment, hitLimit, testFilter, disableBail } = options;
    const file = relative(process.cwd(), options.sandboxFileName);
    const context = this.#context();
    context.hitLimit = hitLimit;
    context.hitCount = hitLimit === undefined ? undefined : 0;
    context.mutantCoverage = undefined;
    try {
      context.activeMutant = mutantActivation === "static" ? activeMutant.id : undefined;
      // What was loaded under a mutant never serves another one; after a timeout the process is new and has loaded nothing.
      if (reloadEnvironment || this.#loadedUnder !== undefined || this.#tests.length === 0) {
        this.#load(context.activeMutant);
      }
    } catch (error) {
      this.#loadedUnder = activeMutant.id;
      return toMutantRunResult({ status: DryRunStatus.Complete, tests: [failed("load", error, 0)] });
    }
    context.activeMutant = activeMutant.id;
    const result = await this.#run(testFilter, !disableBail, file);
    return toMutantRunResult(determineHitLimitReached(context.hitCount, context.hitLimit) ?? result);
  }

  #context(): Switches {
    return (globalThis.__stryker__ ??= {});
  }

  /** Evaluates the bundle: first the code under test, then the bodies of the test files. */
  #load(mutant: string | undefined): void {
    const context = this.#context();
    const registry = new TestRegistry();
    const globals: Record<string, unknown> = {
      ...registry.globals(),
      enterTestFile: (file: string) => {
        // What only the body of a test file reaches is no constant of the module it lies in.
        context.currentTestId = MODULE;
        registry.enter(file);
      },
    };
    const names = ["require", "module", "exports", ...Object.keys(globals)];
    context.currentTestId = undefined;
    const module = { exports: {} };
    // The bundle of the tests: our own code.
    const body = new Function(...names, this.#code);
    body(
      createRequire(join(process.cwd(), "package.json")),
      module,
      module.exports,
      ...Object.values(globals),
    );
    context.currentTestId = undefined;
    this.#tests = registry.tests.filter(({ name }) => !this.#settings.leaveOut.includes(name));
    this.#loadedUnder = mutant;
  }

  async #run(
    only: readonly string[] | undefined,
    bail: boolean,
    mutated?: string,
  ): Promise<{ status: DryRunStatus.Complete; tests: TestResult[] }> {
    const context = this.#context();
    const wanted = only === undefined ? null : new Set(only);
    const results: TestResult[] = [];
    for (const { id, file, run } of this.#tests) {
      if (wanted !== null && !wanted.has(id)) continue;
      const folder = this.#settings.onlyFor[file];
      if (mutated !== undefined && folder !== undefined && !mutated.startsWith(folder)) continue;
      const start = performance.now();
      context.currentTestId = id;
      try {
        await run();
        results.push({ id, name: id, status: TestStatus.Success, timeSpentMs: performance.now() - start });
      } catch (error) {
        results.push(failed(id, error, performance.now() - start));
        if (bail) break;
      } finally {
        context.currentTestId = undefined;
      }
    }
    return { status: DryRunStatus.Complete, tests: results };
  }
}

function failed(id: string, error: unknown, timeSpentMs: number): TestResult {
  const failureMessage = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { id, name: id, status: TestStatus.Failed, timeSpentMs, failureMessage };
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, "in-process", InProcessRunner)];
