import { join } from "node:path";
import type { Compiler } from "webpack";
import { functionsFile } from "./function-metadata";

/** Writes `functions.json`, what Excel is told about the custom functions, from the JSDoc tags of `files`. */
export class FunctionsFilePlugin {
  constructor(private readonly files: readonly string[]) {}

  apply(compiler: Compiler): void {
    const files = this.files.map((file) => join(compiler.context, file));
    compiler.hooks.thisCompilation.tap("FunctionsFile", (compilation) => {
      compilation.fileDependencies.addAll(files);
      const stage = compiler.webpack.Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL;
      compilation.hooks.processAssets.tapPromise({ name: "FunctionsFile", stage }, async () => {
        const json = JSON.stringify(await functionsFile(files), null, 2);
        compilation.emitAsset("functions.json", new compiler.webpack.sources.RawSource(json));
      });
    });
  }
}
