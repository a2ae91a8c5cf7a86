import type { FormDefinition, FormFamily } from "../../forms/definition";
import { BUILT_IN_FAMILIES } from "../../forms/families";
import type { Scope } from "../content";
import { levelName } from "../fill/items";
import type { Template } from "../template";
import { scopeOfTexts } from "./scopes";

/** A level that a table of indicators has to show, with or without an indicator. */
export interface RequiredLevel {
  readonly level1: string;
  /** "" where the authority leaves the second level open. */
  readonly level2: string;
}

/** 《项目支出绩效目标表》, as the Ministry of Finance and the authorities after it print it; see shared forms of Hunan and Changsha. */
const STANDARD: readonly (readonly [level1: string, level2: readonly string[]])[] = [
  ["成本指标", ["经济成本指标", "社会成本指标", "生态环境成本指标"]],
  ["产出指标", ["数量指标", "质量指标", "时效指标"]],
  ["效益指标", ["经济效益指标", "社会效益指标", "生态效益指标", "可持续影响指标"]],
  ["满意度指标", ["服务对象满意度指标"]],
];

export const STANDARD_LEVELS: readonly RequiredLevel[] = levelsOf(STANDARD.map(([level1]) => [level1]));

/**
 * Levels that a template's table has to show for every unit and project: those its form asks for (`indicators.required`
 * in the form's data), with all second levels they usually have; the standard ones for a form that is not known.
 */
export function requiredLevels(
  { id }: Pick<Template, "id">,
  families: readonly FormFamily[] = BUILT_IN_FAMILIES,
): readonly RequiredLevel[] {
  const family = families.find((candidate) => id.startsWith(`${candidate.id}-`));
  const asking = (family?.forms ?? []).filter((form) => requiredOf(form).length > 0);
  const form = asking.find((candidate) => candidate.id === id) ?? asking[0];
  return form === undefined ? STANDARD_LEVELS : levelsOf(requiredOf(form));
}

/** One scope a level, with nothing but the level's names. */
export function skeleton(levels: readonly RequiredLevel[]): Scope[] {
  return levels.map(({ level1, level2 }) => scopeOfTexts({ 一级指标: level1, 二级指标: level2 }, "carried"));
}

/** What is laid out for a unit or project where none is known (`Content.unknown`): the levels. */
export function unknownOwners(levels: readonly RequiredLevel[]): ReadonlyMap<string, Scope> {
  const scope = scopeOfTexts({}, "carried", new Map([["指标", skeleton(levels)]]));
  return new Map([
    ["单位", scope],
    ["项目", scope],
  ]);
}

function requiredOf({ indicators }: FormDefinition): readonly (readonly string[])[] {
  return indicators?.required ?? [];
}

/** Each entry names levels of which any will do; one first level of several entries comes once. */
function levelsOf(required: readonly (readonly string[])[]): RequiredLevel[] {
  const found = new Map<string, readonly string[]>();
  for (const names of required) {
    const wanted = new Set(names.map(levelName));
    const standard = STANDARD.find(([level1, level2]) =>
      [level1, ...level2].some((name) => wanted.has(levelName(name))),
    );
    if (standard !== undefined) found.set(...standard);
    else found.set(names[0] ?? "", [""]);
  }
  return [...found].flatMap(([level1, seconds]) => seconds.map((level2) => ({ level1, level2 })));
}
