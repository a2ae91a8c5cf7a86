import type { ICellData, ICommandInfo, IExecutionOptions, IRange, Nullable } from "@univerjs/core";
import {
  InsertColMutation,
  InsertRowMutation,
  InsertSheetMutation,
  MoveRangeMutation,
  RemoveColMutation,
  RemoveRowMutation,
  RemoveSheetMutation,
  SetRangeValuesMutation,
  SetSelectionsOperation,
} from "@univerjs/sheets";
import type {
  IMoveRangeMutationParams,
  ISetRangeValuesMutationParams,
  ISetSelectionsOperationParams,
} from "@univerjs/sheets";
import type { CellRange } from "../../core/workbook/address";
import type { ModelEvent } from "../host/model";
import { fromUniverRange } from "./univer-access";

interface RowOrColumnParams {
  readonly subUnitId: string;
  readonly range: IRange;
}

const LINES: Readonly<Record<string, "RowInserted" | "RowDeleted" | "ColumnInserted" | "ColumnDeleted">> = {
  [InsertRowMutation.id]: "RowInserted",
  [RemoveRowMutation.id]: "RowDeleted",
  [InsertColMutation.id]: "ColumnInserted",
  [RemoveColMutation.id]: "ColumnDeleted",
};

/** What changes sheets without changing the file: marks, results, and heights that follow from the text. */
const NO_EDIT = /conditional|auto-height|formula|permission|protection/;

/** Whether a command changed something that belongs into the saved file. */
export function isEdit({ id }: Readonly<ICommandInfo>, options?: IExecutionOptions): boolean {
  return id.startsWith("sheet.mutation.") && !NO_EDIT.test(id) && options?.["fromFormula"] !== true;
}

/** Properties of a cell that are content; a new format alone is no edit. */
const CONTENT = ["v", "f", "si", "p"] as const;

/** What a command of Univer means to the host; results of formulas are no edit, as in Excel. */
export function eventsOf(
  command: Readonly<ICommandInfo>,
  options?: IExecutionOptions,
): readonly ModelEvent[] {
  const { id, params } = command;
  const line = LINES[id];
  if (line !== undefined) {
    const { subUnitId: sheetId, range } = params as RowOrColumnParams;
    return [{ kind: "changed", sheetId, range: fromUniverRange(range), change: line }];
  }
  switch (id) {
    case SetRangeValuesMutation.id: {
      const { subUnitId, cellValue } = params as ISetRangeValuesMutationParams;
      if (options?.["fromFormula"] === true) return [{ kind: "calculated", sheetId: subUnitId }];
      const range = contentRange(cellValue);
      return range === null ? [] : [{ kind: "changed", sheetId: subUnitId, range, change: "RangeEdited" }];
    }
    case MoveRangeMutation.id: {
      const { from, to } = params as IMoveRangeMutationParams;
      return [from, to].flatMap(({ subUnitId, value }) => {
        const range = contentRange(value);
        return range === null ? [] : [{ kind: "changed", sheetId: subUnitId, range, change: "RangeEdited" }];
      });
    }
    case InsertSheetMutation.id:
      return [{ kind: "added", sheetId: (params as { sheet: { id: string } }).sheet.id }];
    case RemoveSheetMutation.id:
      return [{ kind: "deleted", sheetId: (params as { subUnitId: string }).subUnitId }];
    case SetSelectionsOperation.id: {
      const { subUnitId, selections } = params as ISetSelectionsOperationParams;
      const ranges = selections.map(({ range }) => fromUniverRange(range));
      return [{ kind: "selectionChanged", sheetId: subUnitId, ranges }];
    }
    default:
      return [];
  }
}

function contentRange(cells: ISetRangeValuesMutationParams["cellValue"]): CellRange | null {
  let range: CellRange | null = null;
  for (const [rowKey, line] of Object.entries(cells ?? {})) {
    for (const [columnKey, cell] of Object.entries<Nullable<ICellData>>(line ?? {})) {
      if (cell !== null && cell !== undefined && !CONTENT.some((property) => property in cell)) continue;
      const [row, column] = [Number(rowKey), Number(columnKey)];
      range =
        range === null
          ? { top: row, bottom: row, left: column, right: column }
          : {
              top: Math.min(range.top, row),
              bottom: Math.max(range.bottom, row),
              left: Math.min(range.left, column),
              right: Math.max(range.right, column),
            };
    }
  }
  return range;
}
