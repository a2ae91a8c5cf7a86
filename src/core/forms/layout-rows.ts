import { normaliseName } from "../classification/normalise";
import { textOf, type SheetGrid } from "../workbook/grid";
import { codedRowSums } from "./coded-rows";
import type { LayoutBlock } from "./layout-columns";
import { readLines } from "./list-rows";
import { readPlaces, type StubTexts } from "./row-places";
import type { BodyRow, RowSum } from "./table";
import { isBareTotal, isTotalWord } from "./words";

/** Rows of a block without a form, and ways in which they may add up; which of them do is for the amounts to say. */
export interface LayoutRows {
  readonly rows: readonly BodyRow[];
  readonly ways: readonly (readonly RowSum[])[];
}

/** A column of codes holds digits alone; names are longer. */
const CODES = /^\d{2,}$/;

/**
 * Reads the rows of a block by layout alone. They may add up by their codes (units and functional classes, economic
 * classes, units and their projects, any code that begins with a shorter one), or as a list with ordinals, indentation,
 * 小计 and 合计.
 */
export function readLayoutRows(
  grid: SheetGrid,
  block: LayoutBlock,
  rowNumbers: readonly number[],
): LayoutRows {
  const stub = stubOf(grid, block, rowNumbers);
  const own = rowNumbers.filter((row) =>
    [...block.stub, ...block.columns].some(({ column }) => grid.at(row, column) !== undefined),
  );
  const textAt = (row: number, column: number | null): string =>
    column === null ? "" : textOf(grid.at(row, column));
  const names = own.map((row) => {
    const name = textAt(row, stub.name);
    return name.trim() === "" ? firstText(grid, block, row) : name;
  });
  const rows = own.map((row, at): BodyRow => ({
    row,
    label: (names[at] ?? "").trim(),
    labelColumn: stub.name,
    code: null,
    place: null,
    meaning: {},
  }));
  const ways = [readLines(names, () => ({})).sums, withSubtotals(names.map(normaliseName))];
  if (stub.codes.length > 0) {
    const totals = names.filter((name) => isTotalWord(normaliseName(name))).length;
    const texts = own
      .map((row) => stubTexts(stub, (column) => textAt(row, column).trim()))
      .map((one) => (totals === 1 ? asTotal(one) : one));
    const roles = new Set<keyof StubTexts>(stub.codes.length === 3 ? ["item"] : ["code"]);
    if (stub.unitCode !== null) roles.add("unitCode");
    ways.push(
      codedRowSums(readPlaces(texts, ["unit", "function"], roles)),
      codedRowSums(readPlaces(texts, ["departmental"], roles)),
      codedRowSums(readPlaces(texts, ["unit", "project"], roles)),
      byPrefix(texts, names),
    );
  }
  return { rows, ways };
}

/** The first text of a row left of the block's amounts: 合计 may stand below 序号. */
function firstText(grid: SheetGrid, { columns, stub }: LayoutBlock, row: number): string {
  const right = columns[0]?.column ?? 0;
  const left = stub.length > 0 && stub[0] !== undefined ? Math.max(stub[0].column - 1, 0) : 0;
  const cell = grid
    .row(row)
    .find(({ column, value }) => column >= left && column < right && typeof value === "string");
  return textOf(cell);
}

interface Stub {
  /** Columns of codes but that of the units. */
  readonly codes: readonly number[];
  /** Column of the units' codes where codes of something else stand beside it. */
  readonly unitCode: number | null;
  readonly name: number | null;
}

/** Headings of columns that hold units' codes. */
const UNIT_CODES = /(?:单位|部门)(?:编码|代码|编号)$/;

/** Headings of columns that name rows. */
const NAMES = /(?:名称|项目|科目|地区|内容|用途|单位|部门)$/;

/**
 * Columns of codes, and the column whose texts name the rows: the one the totals stand in, else the last that is headed
 * so, else the last of those that are filled well.
 */
function stubOf(grid: SheetGrid, { stub }: LayoutBlock, rows: readonly number[]): Stub {
  const filled = stub.map(({ column, path }) => {
    const texts = rows.map((row) => textOf(grid.at(row, column)).trim()).filter((text) => text !== "");
    const totals = texts.filter((text) => isBareTotal(normaliseName(text)));
    const codes = texts.filter((text) => CODES.test(text)).length + totals.length;
    return {
      column,
      count: texts.length,
      isCode: codes > totals.length && codes * 3 >= texts.length * 2,
      holdsTotals: totals.length > 0,
      isNamed: path.some(({ text }) => NAMES.test(normaliseName(text))),
      isUnit: path.some(({ text }) => UNIT_CODES.test(normaliseName(text))),
    };
  });
  const names = filled.filter(({ isCode, count }) => !isCode && count > 0);
  const most = Math.max(...names.map(({ count }) => count), 0);
  const well = names.filter(({ count }) => count * 2 >= most);
  const name =
    well.findLast(({ holdsTotals }) => holdsTotals) ?? well.findLast(({ isNamed }) => isNamed) ?? well.at(-1);
  const coded = filled.filter(({ isCode }) => isCode);
  const units = coded.length > 1 ? coded.find(({ isUnit }) => isUnit) : undefined;
  return {
    codes: coded.filter((one) => one !== units).map(({ column }) => column),
    unitCode: units?.column ?? null,
    name: name?.column ?? null,
  };
}

function stubTexts({ codes, unitCode, name }: Stub, textAt: (column: number | null) => string): StubTexts {
  const [first = null, second = null, third = null] = codes;
  const none = {
    class: "",
    section: "",
    item: "",
    unitCode: textAt(unitCode),
    code: "",
    detail: "",
    name: textAt(name),
  };
  return codes.length === 3
    ? { ...none, class: textAt(first), section: textAt(second), item: textAt(third) }
    : { ...none, code: textAt(codes.length === 2 && textAt(first) === "" ? second : first) };
}

/** 人员经费合计 below codes, in whatever column, is the total of these codes. */
function asTotal(stub: StubTexts): StubTexts {
  const isTotal = (text: string): boolean => isTotalWord(normaliseName(text));
  if (stub.code === "") return isTotal(stub.name) ? { ...stub, name: "合计" } : stub;
  return isTotal(stub.code) ? { ...stub, code: "合计" } : stub;
}

/**
 * Any codes: a code is part of the longest other one that it begins with; the codes that are part of none, and the lines
 * without a code, make a list with its totals.
 */
function byPrefix(stubs: readonly StubTexts[], names: readonly string[]): RowSum[] {
  const codes = stubs.map((stub) => {
    const own = stub.code !== "" ? stub.code : stub.class + stub.section + stub.item;
    return CODES.test(own) ? own : null;
  });
  const first = new Map<string, number>();
  codes.forEach((code, at) => {
    if (code !== null && !first.has(code)) first.set(code, at);
  });
  const parents = codes.map((code) => {
    for (let length = (code?.length ?? 0) - 1; length > 0; length--) {
      const parent = first.get(code?.slice(0, length) ?? "");
      if (parent !== undefined) return parent;
    }
    return -1;
  });
  const children = new Map<number, number[]>();
  parents.forEach((parent, at) => {
    if (parent >= 0) {
      const list = children.get(parent);
      if (list === undefined) children.set(parent, [at]);
      else list.push(at);
    }
  });
  const sums = [...children].map(([total, parts]): RowSum => ({ total, parts, relation: "equal" }));
  const outer = names.map((name, at) => ((parents[at] ?? -1) >= 0 ? "" : name.trim()));
  return [...sums, ...readLines(outer, () => ({})).sums];
}

/**
 * Lines with 小计 in between: each is the sum of the lines since the one before, and the 合计, first or last, that of all
 * 小计 and of the lines outside them. A 小计 may also stand before its lines.
 */
function withSubtotals(names: readonly string[]): RowSum[] {
  const isSubtotal = (name: string): boolean => /小计[:：]?$/.test(name);
  const isGrand = (name: string): boolean => isTotalWord(name) && !isSubtotal(name);
  if (!names.some(isSubtotal)) return [];
  const sums: RowSum[] = [];
  const outer: number[] = [];
  let open: number[] = [];
  const leads = names.findIndex(isSubtotal) < names.findIndex((name) => !isSubtotal(name) && !isGrand(name));
  let lead = -1;
  const closeLead = (): void => {
    if (lead >= 0 && open.length > 0) sums.push({ total: lead, parts: open, relation: "equal" });
    open = [];
  };
  names.forEach((name, at) => {
    if (name === "" || isGrand(name)) return;
    if (!isSubtotal(name)) open.push(at);
    else if (leads) {
      closeLead();
      lead = at;
      outer.push(at);
    } else {
      if (open.length > 0) sums.push({ total: at, parts: open, relation: "equal" });
      outer.push(at);
      open = [];
    }
  });
  if (leads) closeLead();
  else outer.push(...open);
  names.forEach((name, at) => {
    if (isGrand(name) && outer.length > 0) sums.push({ total: at, parts: outer, relation: "equal" });
  });
  return sums;
}
