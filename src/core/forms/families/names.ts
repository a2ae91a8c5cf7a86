import changsha from "./changsha-budget-2025/family.json";
import hunan from "./hunan-budget-2026/family.json";
import evaluation from "./hunan-evaluation-2024/family.json";
import jiangsu from "./jiangsu-goals-2023/family.json";
import any from "./performance-indicators/family.json";

/** How `BUILT_IN_FAMILIES` are called, in their order, for who names them without needing their forms. */
export const BUILT_IN_FAMILY_NAMES: readonly string[] = [
  any.name,
  hunan.name,
  changsha.name,
  evaluation.name,
  jiangsu.name,
];
