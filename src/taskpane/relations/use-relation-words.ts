import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { RelationMap, Relations } from "../../core/relation-map";
import { relationsOf, type TablePair } from "../session/relation-session";
import { countOf, VERDICT_ORDER } from "./relation-rows";
import { tableNames, type TableName } from "./table-names";

export interface RelationWords {
  readonly names: readonly TableName[];
  /** “预算03表 — 预算07表”, “预算03表 表内” */
  readonly titleOf: (tables: TablePair, name: keyof TableName) => string;
  /** “2 条不成立，13 条成立” */
  readonly countsOf: (relations: Relations) => string;
  /** What the pointer is told over a table or a line. */
  readonly tell: (tables: TablePair) => string;
}

/** How the tables of a map and what holds between them are called. */
export function useRelationWords(map: RelationMap): RelationWords {
  const { t } = useTranslation();
  return useMemo(() => {
    const names = tableNames(map.nodes);
    const titleOf = ({ from, to }: TablePair, name: keyof TableName): string => {
      const [one = "", other = ""] = [names[from]?.[name], names[to]?.[name]];
      return from === to
        ? t("relations.withinTitle", { table: one })
        : t("relations.pairTitle", { one, other });
    };
    const countsOf = (relations: Relations): string =>
      VERDICT_ORDER.flatMap((verdict) => {
        const count = countOf(relations, verdict);
        return count === 0 ? [] : [t(`relations.${verdict}`, { count })];
      }).join(t("summary.separator"));
    return {
      names,
      titleOf,
      countsOf,
      tell: (tables) => {
        const relations = relationsOf(map, tables);
        const counts = relations === null ? "" : countsOf(relations);
        const lines = [titleOf(tables, "full"), counts === "" ? t("relations.noneWithin") : counts];
        const node = tables.from === tables.to ? map.nodes[tables.from] : undefined;
        if (node !== undefined && node.errors > 0) lines.push(t("summary.error", { count: node.errors }));
        return lines.join("\n");
      },
    };
  }, [map, t]);
}
