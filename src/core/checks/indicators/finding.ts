import type { Indicator, IndicatorTable, LineCell } from "../../indicators/indicator";
import type { Finding, FindingCell, Severity } from "../../report";
import { toA1 } from "../../workbook/address";
import type { CellCheck } from "../check";

/** A cell of an indicator's line on its sheet. */
export interface Place {
  readonly sheet: string;
  /** Its text is "" where it is blank. */
  readonly cell: LineCell;
}

/** What a review rule has to say at a cell. */
export interface Remark {
  readonly at: Place;
  readonly message: string;
  /** The check's own severity unless said otherwise. */
  readonly severity?: Severity;
  readonly expected?: string;
  /** What the cell says, where it is not the cell's whole text. */
  readonly actual?: string;
  /** actual − expected, where both are figures. */
  readonly difference?: string;
  /** Further cells the sentence is about, on equal terms with the first. */
  readonly others?: readonly Place[];
  /** The cells whose figures make up that of the first. */
  readonly parts?: readonly Place[];
}

/** Findings of a check out of its remarks; a second one at a cell gets “#2”. */
export function findingsOf(check: Pick<CellCheck, "id" | "severity">, remarks: readonly Remark[]): Finding[] {
  const seen = new Map<string, number>();
  return remarks.map((remark) => {
    const {
      at,
      message,
      severity = check.severity,
      expected,
      actual,
      difference,
      others = [],
      parts = [],
    } = remark;
    const cell = toA1(at.cell);
    const id = `${check.id}/${at.sheet}!${cell}`;
    const count = (seen.get(id) ?? 0) + 1;
    seen.set(id, count);
    return {
      id: count === 1 ? id : `${id}#${String(count)}`,
      check: check.id,
      severity,
      message,
      sheet: at.sheet,
      cell,
      expected: expected ?? null,
      actual: actual ?? textOrNull(at),
      difference: difference ?? null,
      cells: [
        findingCell(at, parts.length > 0 ? "total" : "subject"),
        ...others.map((place) => findingCell(place, "peer")),
        ...parts.map((place) => findingCell(place, "part")),
      ],
    };
  });
}

function findingCell(place: Place, role: FindingCell["role"]): FindingCell {
  return { sheet: place.sheet, cell: toA1(place.cell), role, value: textOrNull(place) };
}

function textOrNull({ cell }: Place): string | null {
  return cell.text === "" ? null : cell.text;
}

/** The cell in which an indicator says something, or the nearest that does: a target of one text has operator and unit inside. */
export function placeOf(
  { table }: IndicatorTable,
  { line: { cells } }: Indicator,
  role: "name" | "operator" | "target" | "unit",
): Place | null {
  const own = role === "name" ? cells.name : (cells[role] ?? cells.target);
  const cell = own ?? cells.target ?? cells.name;
  return cell === undefined ? null : { sheet: table.sheet, cell };
}
