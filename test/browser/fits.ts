import assert from "node:assert/strict";
import { axeViolations } from "./axe";
import type { WorkbenchPage } from "./workbench-page";

/** A picture, with nothing that axe minds and nothing that is wider than the pane. */
export async function nothingAmiss(workbench: WorkbenchPage, picture: string): Promise<void> {
  assert.deepEqual(await axeViolations(workbench), []);
  await workbench.screenshot(picture);
  assert.deepEqual(await tooWide(workbench), []);
}

/** Elements of the pane that hold more than they are wide, so that some of it is cut off; none is due. */
export function tooWide({ page }: WorkbenchPage): Promise<readonly string[]> {
  return page.getByRole("main").evaluate((main) => {
    const shown = [
      ...main.querySelectorAll<HTMLElement>("[role=tablist], [role=tabpanel], [role=tabpanel] *"),
    ];
    return (
      shown
        // A drawing is clipped by its frame, a wide table scrolls within its own.
        .filter((element) => element.closest("[role=img], table") === null)
        .filter(({ clientWidth, scrollWidth }) => clientWidth > 0 && scrollWidth > clientWidth + 1)
        .map(({ outerHTML }) => outerHTML.slice(0, 120))
    );
  });
}

/** Drags the border of the pane. @param width in px */
export async function setPaneWidth({ page }: WorkbenchPage, width: number): Promise<void> {
  const border = await page.getByRole("separator").boundingBox();
  assert.ok(border !== null);
  const right = page.viewportSize()?.width ?? 0;
  await page.mouse.move(border.x + 2, border.y + 300);
  await page.mouse.down();
  await page.mouse.move(right - width, border.y + 300, { steps: 4 });
  await page.mouse.up();
}
