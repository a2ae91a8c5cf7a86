import { grid, workbook } from "../../../test/support/grid";
import { analyseWorkbook } from "../analyse";
import { brokenAccepted } from "./broken-accepted";
import { brokenFamily } from "./broken-family";
import type { CheckContext } from "./check";

/* What is kept with a workbook and cannot be used: it belongs to no cell, and is told at the first. */

const { context } = analyseWorkbook(workbook(grid("甲 | 1", "封面"), grid("乙 | 2", "表一")));
const said = (changed: Partial<CheckContext>, check: typeof brokenFamily) =>
  check.findings({ ...context, ...changed });

const family = (id: string | null, name: string | null): CheckContext["brokenFamilies"][number] => ({
  id,
  name,
  defects: ["03.json 没有标题。"],
  text: "",
  family: null,
});

test("a broken family is told by its name, else by its id; each has an id of its own", () => {
  const found = said(
    { brokenFamilies: [family("a", "甲"), family(null, null), family("a", null), family(null, "丁")] },
    brokenFamily,
  );
  expect(found[0]).toEqual({
    id: "broken-family/a",
    check: "broken-family",
    severity: "warning",
    message:
      "随工作簿保存的表套“甲”不能使用，本次核对没有用它：03.json 没有标题。请更正后重新载入，或移除它。",
    sheet: "封面",
    cell: "A1",
    expected: null,
    actual: null,
    difference: null,
    cells: [],
  });
  expect(found.map(({ id }) => id)).toEqual([
    "broken-family/a",
    "broken-family/#2",
    "broken-family/a#3",
    "broken-family/#4",
  ]);
  expect(found.map(({ message }) => /表套(?:“(.*?)”)?不能/.exec(message)?.[1])).toEqual([
    "甲",
    undefined,
    "a",
    "丁",
  ]);
});

test("acceptances that cannot be read are told once, with their number", () => {
  expect(said({ accepted: { accepted: [], broken: 0 } }, brokenAccepted)).toEqual([]);
  const [found, ...others] = said({ accepted: { accepted: [], broken: 2 } }, brokenAccepted);
  expect(others).toEqual([]);
  expect(found).toMatchObject({
    id: "broken-accepted",
    check: "broken-accepted",
    severity: "warning",
    sheet: "封面",
    cell: "A1",
    expected: null,
    cells: [],
  });
  expect(found?.message).toContain("2");
});
