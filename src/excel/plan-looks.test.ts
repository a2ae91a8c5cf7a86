import { parseA1Range, rangeToA1 } from "../core/workbook/address";
import type { AreaStyle } from "../core/workbook/sheet-plan";
import type { Look } from "../core/workbook/look";
import { PlanLooks } from "./plan-looks";

function looks(...areas: readonly (readonly [address: string, style: AreaStyle])[]): PlanLooks {
  return new PlanLooks(
    areas.map(([address, style]) => {
      const range = parseA1Range(address);
      if (range === null) throw new Error(address);
      return { range, style };
    }),
  );
}

const only =
  <K extends keyof Look>(key: K) =>
  (look: Look): Pick<Look, K> | null =>
    look[key] === undefined ? null : ({ [key]: look[key] } as Pick<Look, K>);

const told = (plan: PlanLooks, key: keyof Look): string[] =>
  plan
    .alike(only(key))
    .map(({ part, ranges }) => `${JSON.stringify(part[key])}: ${ranges.map(rangeToA1).join(" ")}`);

test("later areas lie over earlier ones, property by property", () => {
  const plan = looks(
    ["A1:C3", { bold: true, fontSize: 10 }],
    ["B2", { bold: false }],
    ["C3", { fillColor: "#FFF2CC" }],
  );
  expect(told(plan, "bold")).toEqual(["true: A1:C1 A2 C2 A3:C3", "false: B2"]);
  expect(told(plan, "fontSize")).toEqual(["10: A1:C3"]);
  expect(told(plan, "fillColor")).toEqual(['"#FFF2CC": C3']);
});

test("an area for every repeated cell is one rectangle again", () => {
  const rows = Array.from({ length: 500 }, (_, row) => String(row + 1));
  const plan = looks(
    ...rows.flatMap((row) => [
      [`A${row}`, { border: {}, horizontal: "center" }] as const,
      [`B${row}:C${row}`, { border: {}, horizontal: "left" }] as const,
    ]),
  );
  expect(told(plan, "horizontal")).toEqual(['"center": A1:A500', '"left": B1:C500']);
  expect(plan.alike(({ lines }) => lines)).toHaveLength(1);
});

test("lines of single sides beat those of all sides, also of areas below", () => {
  const plan = looks(
    ["A1:B1", { border: { style: "thin" } }],
    ["A1", { sides: { top: { style: "double" } } }],
    ["B1", { border: { style: "hair" }, sides: { left: { style: "thick" } } }],
  );
  expect(plan.alike(({ lines }) => lines).map(({ part }) => part)).toEqual([
    {
      top: { style: "double" },
      bottom: { style: "thin" },
      left: { style: "thin" },
      right: { style: "thin" },
    },
    { top: { style: "hair" }, bottom: { style: "hair" }, left: { style: "thick" }, right: { style: "hair" } },
  ]);
});

test("cells as text have the format @, whatever lay there", () => {
  expect(told(looks(["A1:A2", { numberFormat: "0.00" }], ["A2", { asText: true }]), "numberFormat")).toEqual([
    '"0.00": A1',
    '"@": A2',
  ]);
});

test("no areas, no looks", () => {
  expect(looks().alike((look) => look)).toEqual([]);
});
