import type { Ignorer } from "@stryker-mutator/api/ignore";
import { declareValuePlugin, PluginKind } from "@stryker-mutator/api/plugin";

/* What is left out of mutation testing. */

/** What Stryker hands over is a path of Babel's, of which its types say nothing. */
interface BabelPath {
  readonly parentPath: { readonly node: BabelNode } | null;
  readonly node: BabelNode;
  readonly key?: string | number;
}

interface BabelNode {
  readonly type: string;
  readonly operator?: string;
  readonly computed?: boolean;
  readonly left?: BabelNode;
  readonly loc?: { readonly start: { readonly line: number } } | null;
}

/**
 * The number in `list[at] ?? -1`: the compiler asks for it wherever an array is read, and where the index is within the array
 * nothing ever comes to it, so no test can tell one number from another.
 */
const defaults: Ignorer = {
  shouldIgnore(path) {
    const { parentPath, node, key } = path as BabelPath;
    const parent = parentPath?.node;
    const isDefault =
      key === "right" &&
      parent?.type === "LogicalExpression" &&
      parent.operator === "??" &&
      parent.left?.computed === true;
    const isNumber = node.type === "NumericLiteral" || node.type === "UnaryExpression";
    return isDefault && isNumber ? "a default of an array" : undefined;
  },
};

const every = Number(process.env["SAMPLE"] ?? 1);

/**
 * `SAMPLE=3 npm run mutation`: mutants of about every third declaration of a module only, the
 * same ones every time, where all of them would take a night.
 */
const sample: Ignorer = {
  shouldIgnore(path) {
    const { parentPath, node } = path as BabelPath;
    if (parentPath?.node.type !== "Program") return undefined;
    const hash = Math.imul(node.loc?.start.line ?? 0, 2_654_435_761) >>> 16;
    return hash % every === 0 ? undefined : "not in the sample";
  },
};

export const strykerPlugins = [
  declareValuePlugin(PluginKind.Ignore, "defaults", defaults),
  declareValuePlugin(PluginKind.Ignore, "sample", sample),
];
