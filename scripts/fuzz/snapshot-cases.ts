import type { WorkbookSnapshot } from "../../src/core/workbook/snapshot";
import { formSheet, realSheet, rulesSheet, soupSheet, templateSheet } from "./drawn-sheets";
import { keptAccepted, keptFamily } from "./kept-cases";
import type { Random } from "./random";
import type { SheetDraft } from "./sheet-draft";
import { mutateSheet } from "./snapshot-mutations";
import { hostileText } from "./words";

/** A drawn workbook: mostly one to three small sheets near to real tables, then bent. */
export function snapshotCase(random: Random): WorkbookSnapshot {
  const drafts: SheetDraft[] = random.times(
    random.weighted([
      [1, 0],
      [90, 1],
      [20, 2],
      [5, 3],
      [1, 12],
    ]),
    () => sheet(random),
  );
  if (random.oneIn(8)) drafts.push(rulesSheet(random, drafts));
  for (const draft of drafts) {
    const mutations = random.weighted([
      [3, 0],
      [4, 1],
      [3, 3],
      [1, 10],
    ]);
    for (let left = mutations; left > 0; left--) mutateSheet(random, draft);
  }
  tellApart(drafts);
  return {
    name: random.oneIn(30) ? hostileText(random).slice(0, 200) : "预算.xlsx",
    sheets: drafts.map((draft) => draft.finish()),
    ...(random.oneIn(25) ? { families: random.times(random.between(1, 3), () => keptFamily(random)) } : {}),
    ...(random.oneIn(25) ? { accepted: random.times(random.between(1, 3), () => keptAccepted(random)) } : {}),
  };
}

/** No two sheets of a workbook have one name, in whatever case; readers refuse a file that has. */
function tellApart(drafts: readonly SheetDraft[]): void {
  const taken = new Set<string>();
  for (const draft of drafts) {
    while (taken.has(draft.name.toLowerCase())) draft.name += "2";
    taken.add(draft.name.toLowerCase());
  }
}

function sheet(random: Random): SheetDraft {
  return random.weighted([
    [8, formSheet],
    [8, soupSheet],
    [3, realSheet],
    [1, templateSheet],
  ])(random);
}
