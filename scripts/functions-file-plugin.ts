import type { Compiler } from "webpack";
import { functionsFile } from "./function-metadata";

/** Writes `functions.json`, what Excel is told about the custom functions. */
export class FunctionsFilePlugin {
  apply(compiler: Compiler): void {
    compiler.hooks.thisCompilation.tap("FunctionsFile", (compilation) => {
      const stage = compiler.webpack.Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL;
      compilation.hooks.processAssets.tap({ name: "FunctionsFile", stage }, () => {
        const json = JSON.stringify(functionsFile(), null, 2);
        compilation.emitAsset("functions.json", new compiler.webpack.sources.RawSource(json));
      });
    });
  }
}
