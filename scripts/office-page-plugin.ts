import HtmlWebpackPlugin from "html-webpack-plugin";
import type { Compiler } from "webpack";
import { contentSecurityPolicy, officeScript, type OfficeSource } from "./office-library";

/**
 * Puts the Content-Security-Policy and office.js before the scripts of every page. office.js is not deferred, as the
 * bundles are: it must be there before they run.
 */
export class OfficePagePlugin {
  constructor(private readonly source: OfficeSource) {}

  apply(compiler: Compiler): void {
    compiler.hooks.compilation.tap("OfficePage", (compilation) => {
      HtmlWebpackPlugin.getHooks(compilation).alterAssetTagGroups.tap("OfficePage", (page) => {
        const policy = {
          "http-equiv": "Content-Security-Policy",
          content: contentSecurityPolicy(this.source),
        };
        page.headTags.unshift(
          HtmlWebpackPlugin.createHtmlTagObject("meta", policy),
          HtmlWebpackPlugin.createHtmlTagObject("script", { src: officeScript(this.source) }),
        );
        return page;
      });
    });
  }
}
