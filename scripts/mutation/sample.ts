import { declareValuePlugin, PluginKind } from "@stryker-mutator/api/plugin";
import type { Ignorer } from "@stryker-mutator/api/ignore";

/*
 * `SAMPLE=3 npm run mutation -- --ignorers sample`: mutants of about every third declaration of a module only, the same ones
 * every time, where all of them would take a night.
 */

const every = Number(process.env["SAMPLE"] ?? 1);

/** What Stryker hands over is a path of Babel's, of which its types say nothing. */
interface BabelPath {
  readonly parentPath: { readonly node: { readonly type: string } } | null;
  readonly node: { readonly loc?: { readonly start: { readonly line: number } } | null };
}

const ignorer: Ignorer = {
  shouldIgnore(path) {
    const { parentPath, node } = path as BabelPath;
    if (parentPath?.node.type !== "Program") return undefined;
    const hash = Math.imul(node.loc?.start.line ?? 0, 2_654_435_761) >>> 16;
    return hash % every === 0 ? undefined : "not in the sample";
  },
};

export const strykerPlugins = [declareValuePlugin(PluginKind.Ignore, "sample", ignorer)];
