import type { WorkbookHost } from "../core/workbook/host";

/** A host over an empty workbook that does nothing but what `parts` says; it never reaches a bundle. */
export function quietHost(parts: Partial<WorkbookHost> = {}): WorkbookHost {
  return {
    readSnapshot: () => Promise.resolve({ name: "预算.xlsx", sheets: [] }),
    onChanged: () => Promise.resolve(() => Promise.resolve()),
    readChanges: (snapshot) =>
      Promise.resolve({ patch: { name: snapshot.name, sheets: [], kept: null }, snapshot }),
    updateMarks: () => Promise.resolve({ marked: 0, skipped: [] }),
    mark: () => Promise.resolve({ marked: 0, skipped: [] }),
    clearMarks: () => Promise.resolve(),
    select: () => Promise.resolve(),
    onSelectionChanged: () => Promise.resolve(() => Promise.resolve()),
    activeCell: () => Promise.resolve({ sheet: "表", row: 0, column: 0, formula: "", value: "" }),
    replaceCell: (seen, content) => Promise.resolve({ ...seen, ...content }),
    addSheet: ({ name }) => Promise.resolve(name),
    addSheets: (plans) => Promise.resolve(plans.map(({ name }) => name)),
    removeSheets: () => Promise.resolve(),
    freeze: (sheet) => Promise.resolve({ sheet, id: sheet, cells: [] }),
    unfreeze: () => Promise.resolve({ restored: 0, changed: [] }),
    readKept: () => Promise.resolve([]),
    keep: () => Promise.resolve(),
    ...parts,
  };
}
