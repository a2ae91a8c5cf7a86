import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type axe from "axe-core";
import type { WorkbenchPage } from "./workbench-page";

const SOURCE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/**
 * What in the pane, or in another part of the page, a screen reader or the keyboard would stumble over, as lines
 * “rule: element”; none is due.
 */
export async function axeViolations({ page }: WorkbenchPage, part = "main"): Promise<readonly string[]> {
  // Colours on their way from one state to the next are none that anybody reads.
  await page.waitForTimeout(500);
  // The page's policy forbids scripts of others; the test's own door does not go through it.
  await page.evaluate(SOURCE);
  return page.evaluate(async (selector) => {
    const { axe: checker } = window as unknown as { readonly axe: typeof axe };
    const { violations } = await checker.run(selector, { resultTypes: ["violations"] });
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
  }, part);
}
