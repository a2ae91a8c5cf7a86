import { indicatorModel } from "../core/indicators/describe";
import { EXIT, unusable } from "./exit";
import { listIndicators } from "./indicator-list";
import { readOwnFamilies } from "./read-family-files";
import { readWorkbook } from "./read-workbook";
import { texts } from "./texts";

interface IndicatorsCommandOptions {
  readonly json: boolean;
  /** Folders or files of form families besides those built in. */
  readonly forms: readonly string[];
}

/** `gouji indicators FILE`: prints the performance indicators, read or not; status 2 where there are none. */
export async function indicatorsCommand(
  file: string,
  { json, forms }: IndicatorsCommandOptions,
): Promise<number> {
  const ownFamilies = await readOwnFamilies(forms);
  if (typeof ownFamilies === "string") return unusable(ownFamilies);
  const snapshot = await readWorkbook(file);
  if (typeof snapshot === "string") return unusable(snapshot);
  const model = indicatorModel(snapshot, { ownFamilies });
  if (model.tables.length === 0) return unusable(texts.noIndicators(file));
  process.stdout.write(json ? `${JSON.stringify(model, null, 2)}\n` : listIndicators(model));
  return EXIT.ok;
}
