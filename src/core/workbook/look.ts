import type { AreaStyle, BorderLine } from "./sheet-plan";

const SIDES = ["top", "bottom", "left", "right"] as const;

/** How a cell looks once all areas of a plan have been laid over each other. */
export interface Look extends Omit<AreaStyle, "border" | "sides" | "asText"> {
  readonly lines: Readonly<Partial<Record<(typeof SIDES)[number], BorderLine>>>;
}

/** Where no area lies. */
export const NO_LOOK: Look = { lines: {} };

/** What a style makes of a look it is laid over: it says what it says, the rest stays. */
export function laidOver(below: Look, { border, sides, asText, ...style }: AreaStyle): Look {
  const lines = SIDES.flatMap((side) => {
    const line = sides?.[side] ?? border;
    return line === undefined ? [] : [[side, line] as const];
  });
  return {
    ...below,
    ...style,
    ...(asText === true ? { numberFormat: "@" } : {}),
    lines: { ...below.lines, ...Object.fromEntries(lines) },
  };
}
