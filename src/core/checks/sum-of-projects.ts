import { CellState, tableIndexOf, type Facts } from "../facts/facts";
import { unitNamed } from "../forms/row-places";
import type { CheckContext, EquationCheck } from "./check";

/** What the tables of single projects print adds up to the whole unit's projects. */
export const sumOfProjects: EquationCheck = {
  id: "sum-of-projects",
  title: "各项目表之和",
  severity: "warning",
  explanation:
    "每个项目一张表时，整体表中的项目支出应等于各项目表资金总额之和；工作簿里缺了某个项目的表就对不上，所以只给出警告。",
  state({ facts, groups, positions }, write) {
    const projects = projectAmounts(facts, positions);
    const whole = projects.length === 0 ? -1 : wholePlace(positions);
    if (whole < 0) return;
    for (const amounts of projects) {
      for (const [region, parts] of amounts) {
        const total = groups.first.find(
          (fact) =>
            positions.place[fact] === whole &&
            positions.region[fact] === region &&
            !parts.some((part) => tableIndexOf(facts, part) === tableIndexOf(facts, fact)),
        );
        if (total === undefined || parts.some((part) => facts.state[part] === CellState.unreadable)) continue;
        for (const part of parts) if (facts.state[part] === CellState.number) write.part(part);
        if (write.openParts > 0) write.state(total, "equal");
        else write.drop();
      }
    }
  },
};

/** Id of the place that is all units and all functional classes; −1 where no amount stands there. */
function wholePlace({ places }: CheckContext["positions"]): number {
  // Not by Math.max: there may be more places than a call takes arguments.
  const end = places.reduce((last, { unit }) => Math.max(last, unit.end), 0);
  const functions = places.reduce((last, place) => Math.max(last, place.function.end), 0);
  return places.findIndex(
    (place) =>
      place.unit.start === 0 &&
      place.unit.end === end &&
      place.function.start === 0 &&
      place.function.end === functions,
  );
}

/** For each form of tables about one project: the amounts of the projects themselves, by region, one a project. */
function projectAmounts(facts: Facts, { region }: CheckContext["positions"]): Map<number, number[]>[] {
  const byForm = new Map<string, Map<number, number[]>>();
  const seen = new Set<string>();
  for (const { table, block, offset } of facts.blocks) {
    const { project } = table.about;
    if (project === null || table.form === null) continue;
    const amounts = byForm.get(table.form.id) ?? new Map<number, number[]>();
    byForm.set(table.form.id, amounts);
    const home = unitNamed(project);
    block.rows.forEach((row, line) => {
      if (row.place?.unit !== home) return;
      block.columns.forEach((_, column) => {
        const fact = offset + line * block.columns.length + column;
        const what = region[fact] ?? -1;
        // A project printed twice would count twice.
        const key = `${table.form?.id ?? ""} ${project} ${String(what)}`;
        if (what < 0 || seen.has(key)) return;
        seen.add(key);
        amounts.set(what, [...(amounts.get(what) ?? []), fact]);
      });
    });
  }
  return [...byForm.values()];
}
