import { functional } from "../classification/codebooks";
import { normaliseName } from "../classification/normalise";
import type { FormDimension } from "./definition";
import type { RowPlace } from "./table";
import { isBareTotal } from "./words";

/** Texts of a row's stub, by role; blanks trimmed. */
export interface StubTexts {
  readonly code: string;
  readonly class: string;
  readonly section: string;
  readonly item: string;
  readonly unitCode: string;
  readonly name: string;
  readonly detail: string;
}

/** A row's place, down to the economic class where rows run over one; null means all of them. */
export interface CodedPlace extends RowPlace {
  /** Departmental or governmental code in full. */
  readonly economic: string | null;
}

const ALL: CodedPlace = { unit: null, function: null, economic: null };

/** Gives the place of row after row; null where the stub is not understood. */
export function readPlaces(
  stubs: readonly StubTexts[],
  dimensions: readonly FormDimension[],
  roles: ReadonlySet<keyof StubTexts>,
): (CodedPlace | null)[] {
  if (dimensions.includes("departmental") || dimensions.includes("governmental"))
    return economicPlaces(stubs);
  if (dimensions.includes("project")) return projectPlaces(stubs);
  if (!roles.has("code") && !roles.has("unitCode") && !roles.has("item")) return namedUnits(stubs);
  return unitAndFunctionPlaces(stubs, dimensions.includes("function"), roles.has("unitCode"));
}

function isTotal({ code, unitCode, name }: StubTexts): boolean {
  const first = code !== "" ? code : unitCode;
  if (first === "") return isBareTotal(normaliseName(name));
  return !/\d/.test(first) && isBareTotal(normaliseName(first));
}

/** 301 and 30101, or 01 under 301. */
function economicPlaces(stubs: readonly StubTexts[]): (CodedPlace | null)[] {
  let previous = "";
  return stubs.map((stub) => {
    if (isTotal(stub)) return ALL;
    const code = fullCode(inCells(stub, previous) ?? stub.code, previous, [3, 5]);
    if (code === null) return null;
    previous = code;
    return { ...ALL, economic: code };
  });
}

/** Units known by their names alone. */
function namedUnits(stubs: readonly StubTexts[]): (CodedPlace | null)[] {
  return stubs.map((stub) => {
    if (isTotal(stub)) return ALL;
    return stub.name === "" ? null : { ...ALL, unit: unitNamed(stub.name) };
  });
}

const NAMED = "名称:";

/** Key of a unit whose code is not known. */
export function unitNamed(name: string): string {
  return `${NAMED}${normaliseName(name)}/`;
}

/** Whether a unit's key is made from its name. */
export function isNamedUnit(unit: string): boolean {
  return unit.startsWith(NAMED);
}

/**
 * A unit's row prints its code; its projects follow, the first perhaps with the code once more. A name without code
 * between a unit's row and rows that print the code again is a heading over those (省级专项资金). A project may go on over
 * several rows that tell its parts apart (支出方向).
 */
function projectPlaces(stubs: readonly StubTexts[]): (CodedPlace | null)[] {
  let unit: string | null = null;
  let group = "";
  let project = "";
  let afterUnit = false;
  return stubs.map((stub, at) => {
    const { code, name, detail } = stub;
    if (isTotal(stub)) return ALL;
    if (code !== "" && code !== unit) {
      [unit, group, project, afterUnit] = [code, "", "", true];
      return { ...ALL, unit };
    }
    if (unit === null || (name === "" && detail === "")) return null;
    const isGroup = afterUnit && code === "" && stubs[at + 1]?.code === unit;
    afterUnit = false;
    if (isGroup) {
      group = segment(name);
      return { ...ALL, unit: `${unit}/${group}` };
    }
    if (name !== "") project = segment(name);
    return { ...ALL, unit: `${unit}/${group}${project}${detail === "" ? "" : segment(detail)}` };
  });
}

/** Ends with a stroke, so that no name is taken for the beginning of a longer one. */
function segment(name: string): string {
  return `${normaliseName(name).replaceAll("/", "／")}/`;
}

function unitAndFunctionPlaces(
  stubs: readonly StubTexts[],
  hasFunction: boolean,
  hasUnitColumn: boolean,
): (CodedPlace | null)[] {
  let unit: string | null = null;
  let previous = "";
  return stubs.map((stub): CodedPlace | null => {
    const cells = inCells(stub, previous);
    if (cells !== null) {
      previous = cells;
      return { ...ALL, unit: hasUnitColumn && stub.unitCode !== "" ? stub.unitCode : unit, function: cells };
    }
    if (isTotal(stub)) return ALL;
    const code = stub.code !== "" ? stub.code : stub.unitCode;
    if (code === "") return null;
    if (hasFunction && stub.code !== "") {
      const full = fullCode(code, previous, [3, 5, 7]);
      if (full !== null && isFunction(full, stub.name, unit)) {
        previous = full;
        return { ...ALL, unit, function: full };
      }
    }
    unit = code;
    previous = "";
    return { ...ALL, unit: code };
  });
}

/** The code in 类 | 款 | 项 cells; what is left blank on the left is taken from the row before. */
function inCells({ class: first, section, item }: StubTexts, previous: string): string | null {
  if (first + section + item === "") return null;
  const part = (text: string, from: number, to: number): string =>
    text !== "" ? text : previous.slice(from, to);
  if (item.length >= 7) return item;
  if (item !== "") return part(first, 0, 3) + part(section, 3, 5) + item;
  if (section.length >= 5) return section;
  if (section !== "") return part(first, 0, 3) + section;
  return first;
}

/** A code in full: 14 after 201 or 20138 is 20114; null where the text is no code of one of the lengths. */
function fullCode(code: string, previous: string, lengths: readonly number[]): string | null {
  if (/^\d+$/.test(code) && lengths.includes(code.length)) return code;
  return /^\d\d$/.test(code) && previous.length >= 3 ? previous.slice(0, 3) + code : null;
}

/** Three digits may be a unit or a 类: the name decides, then whether a unit stands above. */
function isFunction(code: string, name: string, unit: string | null): boolean {
  const verdict = functional.judgeName(code, name).kind;
  if (verdict === "same" || verdict === "former") return true;
  const knowsClass = functional.nameOf(code.slice(0, 3)) !== null;
  return knowsClass && unit !== null && !(code.length > unit.length && code.startsWith(unit));
}
