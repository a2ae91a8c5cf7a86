import HtmlWebpackPlugin from "html-webpack-plugin";
import type { Compiler } from "webpack";
import { workbenchPolicy } from "./office-library";

/** Puts the Content-Security-Policy before everything else on the workbench's page. */
export class WorkbenchPagePlugin {
  apply(compiler: Compiler): void {
    compiler.hooks.compilation.tap("WorkbenchPage", (compilation) => {
      HtmlWebpackPlugin.getHooks(compilation).alterAssetTagGroups.tap("WorkbenchPage", (page) => {
        const policy = { "http-equiv": "Content-Security-Policy", content: workbenchPolicy() };
        page.headTags.unshift(HtmlWebpackPlugin.createHtmlTagObject("meta", policy));
        return page;
      });
    });
  }
}
