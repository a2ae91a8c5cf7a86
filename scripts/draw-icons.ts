import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { chromium } from "playwright-core";

/**
 * Draws the icons of the manifest into `assets`, with the system's Chromium: `npx tsx scripts/draw-icons.ts`.
 * They are checked in; run it again after a change here.
 */

const GREEN = "#107c41";
const INK = "#3b3a39";
const GREY = "#605e5c";
const SIZES = [16, 32, 80] as const;

/** Every drawing stands on a square of 16 units, so that lines fall on whole pixels at the smallest size. */
const DRAWINGS: Readonly<Record<string, string>> = {
  // 勾, written with strokes instead of a font: legible at 16 pixels, and the same on every machine.
  icon: `
    <rect width="16" height="16" rx="3" fill="${GREEN}"/>
    <g fill="none" stroke="#fff" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round">
      <path d="M5.6 2.6 Q4.6 5 2.9 6.8"/>
      <path d="M4.7 4.9 H12.9 Q12.9 10.6 11.9 12.6 Q11.4 13.5 9.9 13.1"/>
      <path d="M7.4 6.9 Q6.4 9.2 5.2 10.9 L9.3 10.3"/>
      <path d="M8.4 8.7 L10 11"/>
    </g>`,
  // A table with a tick over it.
  check: `
    ${table(INK)}
    <circle cx="11" cy="11" r="5" fill="#fff"/>
    <circle cx="11" cy="11" r="4.4" fill="${GREEN}"/>
    <path d="M8.8 11.1 L10.4 12.7 L13.2 9.6" fill="none" stroke="#fff" stroke-width="1.4" stroke-linecap="round" stroke-linejoin="round"/>`,
  // The same with a cross; grey, for a red one would say that something failed.
  clear: `
    ${table(INK)}
    <circle cx="11" cy="11" r="5" fill="#fff"/>
    <circle cx="11" cy="11" r="4.4" fill="${GREY}"/>
    <path d="M9.3 9.3 L12.7 12.7 M12.7 9.3 L9.3 12.7" stroke="#fff" stroke-width="1.4" stroke-linecap="round"/>`,
  // A window with a pane on its right.
  pane: `
    <rect x="1.5" y="2.5" width="13" height="11" rx="1" fill="#fff" stroke="${INK}"/>
    <rect x="9" y="3" width="5" height="10" fill="${GREEN}"/>
    <path d="M10.5 5.5 H12.5 M10.5 8 H12.5 M10.5 10.5 H12.5" stroke="#fff" stroke-linecap="round"/>
    <path d="M2 6.5 H9 M2 9.5 H9 M5.5 3 V13" stroke="${INK}" stroke-opacity=".45"/>`,
};

function table(ink: string): string {
  return `
    <rect x="1.5" y="1.5" width="12" height="11" fill="#fff" stroke="${ink}"/>
    <rect x="2" y="2" width="11" height="3" fill="${GREEN}" fill-opacity=".25"/>
    <path d="M2 5.5 H13 M2 9.5 H13 M5.5 2 V12" stroke="${ink}" stroke-opacity=".55"/>`;
}

const assets = join(import.meta.dirname, "..", "assets");
await mkdir(assets, { recursive: true });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--headless=new", "--disable-gpu"],
});
try {
  const page = await browser.newPage();
  for (const [name, drawing] of Object.entries(DRAWINGS)) {
    for (const size of SIZES) {
      await page.setViewportSize({ width: size, height: size });
      const box = `width="${String(size)}" height="${String(size)}" viewBox="0 0 16 16"`;
      await page.setContent(
        `<style>*{margin:0}svg{display:block}</style><svg xmlns="http://www.w3.org/2000/svg" ${box}>${drawing}</svg>`,
      );
      await writeFile(
        join(assets, `${name}-${String(size)}.png`),
        await page.screenshot({ omitBackground: true }),
      );
    }
  }
} finally {
  await browser.close();
}
