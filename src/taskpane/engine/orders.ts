import type { GeneratedTables, GenerateOptions } from "../../core/generate";
import type { Survey } from "../../core/generate/survey";
import type { Template } from "../../core/generate/template";
import type { RelationEquation } from "../../core/explain-relations";
import type { RelationMap } from "../../core/relation-map";
import type { CheckReport } from "../../core/report";
import type { ReportHead } from "../../core/report-sheet/report-plan";
import type { CheckOptions } from "../../core/analyse";
import type { SheetPlan } from "../../core/workbook/sheet-plan";

/** What the user has chosen about checks. */
export type CheckSettings = Pick<CheckOptions, "precision">;

/** All that the engine computes for the pane, by its name: what it is told beside the workbook, and what it answers. */
export interface EngineWork {
  readonly check: { readonly told: CheckSettings; readonly answer: CheckReport };
  /** The sheet 检查报告 of a report on the same workbook. */
  readonly report: {
    readonly told: Pick<ReportHead, "date" | "version"> & { readonly report: CheckReport };
    readonly answer: SheetPlan;
  };
  readonly survey: { readonly told: Template; readonly answer: Survey };
  readonly tables: { readonly told: GenerateOptions; readonly answer: GeneratedTables };
  readonly inputs: { readonly told: GenerateOptions; readonly answer: GeneratedTables };
  readonly relations: { readonly told: CheckSettings; readonly answer: RelationMap };
  /** Told are numbers of equations from the map of the same workbook. */
  readonly equations: {
    readonly told: CheckSettings & { readonly numbers: readonly number[] };
    readonly answer: readonly RelationEquation[];
  };
}

export type WorkName = keyof EngineWork;

/** An order to the engine. */
export type Order = {
  readonly [Name in WorkName]: { readonly work: Name; readonly told: EngineWork[Name]["told"] };
}[WorkName];

/** What the engine cannot do for a reason that the user can mend; the message is a Chinese sentence for them. */
export class EngineRefusal extends Error {
  override readonly name = "EngineRefusal";
}
