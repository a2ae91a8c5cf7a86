import CopyPlugin from "copy-webpack-plugin";
import HtmlWebpackPlugin from "html-webpack-plugin";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import TerserPlugin from "terser-webpack-plugin";
import { tsImport } from "tsx/esm/api";

const build = await tsImport("./scripts/build.ts", import.meta.url);

const root = import.meta.dirname;
const officeJs = dirname(createRequire(import.meta.url).resolve("@microsoft/office-js/dist/office.js"));

/** The custom functions, loaded first by every page of the add-in; a bundle of its own under a fixed name, for the manifest. */
const FUNCTIONS = { name: "functions", entry: "./src/functions/index.ts" };

/**
 * The pages of the site. The page of the task pane is also the shared runtime of the add-in: `index` registers the
 * ribbon's functions (src/commands) over the pane's own session.
 */
const PAGES = [
  {
    name: "taskpane",
    entry: "./src/taskpane/index",
    template: "./src/taskpane/taskpane.html",
    before: [FUNCTIONS.name],
  },
].filter(({ entry }) => [".ts", ".tsx"].some((extension) => existsSync(join(root, entry + extension))));

/** The browser workbench: the pane beside a spreadsheet of our own. A build apart, so that Univer stays out of the pane. */
const WORKBENCH = {
  name: "workbench",
  entry: "./src/workbench/index.tsx",
  template: "./src/workbench/workbench.html",
};

/** The workbook that the workbench opens with. */
const SAMPLE = "test/cases/hunan-budget-2026.xlsx";

/** What both builds have in common. @returns {import("webpack").Configuration} */
function common(mode) {
  return {
    mode,
    context: root,
    // Never “eval”: the Content-Security-Policy forbids it.
    devtool: mode === "production" ? false : "source-map",
    target: ["web", "es2020"],
    // Rewritten in Rust, this one takes a few seconds for all of Univer instead of a minute.
    optimization: { minimizer: [new TerserPlugin({ minify: TerserPlugin.swcMinify })] },
    output: {
      path: resolve(root, "dist"),
      filename: ({ chunk }) => (chunk?.name === FUNCTIONS.name ? "[name].js" : "[name].[contenthash:8].js"),
      chunkFilename: "[name].[contenthash:8].js",
    },
    resolve: { extensions: [".tsx", ".ts", ".mjs", ".js"] },
    module: {
      rules: [
        {
          test: /\.tsx?$/,
          exclude: /node_modules/,
          loader: "swc-loader",
          options: {
            jsc: {
              target: "es2020",
              parser: { syntax: "typescript", tsx: true },
              transform: { react: { runtime: "automatic" } },
            },
          },
        },
      ],
    },
  };
}

/** @returns {import("webpack").Configuration} */
function addin(mode, { host, officejs }) {
  const base = common(mode);
  return {
    ...base,
    name: "addin",
    entry: Object.fromEntries([FUNCTIONS, ...PAGES].map(({ name, entry }) => [name, entry])),
    output: { ...base.output, clean: true },
    plugins: [
      new build.FunctionsFilePlugin(),
      new build.OfficePagePlugin(officejs),
      ...PAGES.map(
        ({ name, template, before }) =>
          new HtmlWebpackPlugin({
            template,
            filename: `${name}.html`,
            chunks: [...before, name],
            chunksSortMode: "manual",
          }),
      ),
      new CopyPlugin({
        patterns: [
          { from: "assets/**/*.png" },
          { from: "manifest.xml", transform: (xml) => build.manifestFor(host, xml.toString("utf8")) },
          ...(officejs === "local"
            ? build.LOCAL_FILES.map((file) => ({
                from: join(officeJs, file),
                to: `${build.LOCAL_FOLDER}/${file}`,
                // Microsoft's files are minified already.
                info: { minimized: true },
              }))
            : []),
        ],
      }),
    ],
    // Of one page only; the pane is loaded from the machine's cache or the intranet.
    performance: { maxEntrypointSize: 1_200_000, maxAssetSize: 1_500_000 },
  };
}

/** @returns {import("webpack").Configuration} */
function workbench(mode) {
  return {
    ...common(mode),
    name: WORKBENCH.name,
    // The add-in's build empties the folder first, and lays the custom functions where the workbench loads them too.
    dependencies: ["addin"],
    entry: { [WORKBENCH.name]: WORKBENCH.entry },
    experiments: { css: true },
    plugins: [
      new build.WorkbenchPagePlugin(),
      new HtmlWebpackPlugin({ template: WORKBENCH.template, filename: `${WORKBENCH.name}.html` }),
      new CopyPlugin({
        patterns: [
          { from: SAMPLE, to: "sample.xlsx" },
          {
            from: join(officeJs, build.EXCEL_LIBRARY),
            to: `${build.LOCAL_FOLDER}/${build.EXCEL_LIBRARY}`,
            info: { minimized: true },
          },
        ],
      }),
    ],
    // A whole spreadsheet program, for the desk and not for Excel.
    performance: { maxEntrypointSize: 13_000_000, maxAssetSize: 13_000_000 },
  };
}

export default (env, { mode = "production" }) => {
  const settings = build.buildSettings(env, process.env);
  return [addin(mode, settings), workbench(mode)];
};
