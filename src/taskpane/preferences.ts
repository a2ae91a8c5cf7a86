import type * as OfficeHelpers from "@microsoft/office-js-helpers";
import { z } from "zod";
import type { PrecisionMode } from "../core/facts/precision";
import { FIGURE_UNITS, type FigureUnit } from "./findings/amounts";

/** What the pane remembers from one day to the next on this computer. Nothing of the workbook is kept. */
export interface Preferences {
  /** “host” follows Excel. */
  readonly appearance: "host" | "light" | "dark";
  /** Severities whose group the user has folded away. */
  readonly folded: readonly ("error" | "warning" | "rounding" | "info")[];
  /** How amounts in the tables were cut to their digits; the next check goes by it. */
  readonly precision: PrecisionMode;
  /** Unit that amounts are shown in; “table” is that of the table each stands in. What is written is always in the table's. */
  readonly unit: FigureUnit;
  /** Whether the findings follow what is changed in the workbook. */
  readonly live: boolean;
  /** Language of the pane; “host” follows Excel. */
  readonly language: "host" | "zh-CN" | "en-US";
}

export const defaultPreferences: Preferences = {
  appearance: "host",
  folded: [],
  precision: "nearest",
  unit: "table",
  live: true,
  language: "host",
};

export interface PreferenceStore {
  /** What was saved last; the default for whatever is missing or no longer understood. */
  load(): Preferences;
  save(preferences: Preferences): void;
}

const CONTAINER = "gouji";
const KEY = "pane";

const stored = z.object({
  appearance: z.enum(["host", "light", "dark"]).catch(defaultPreferences.appearance),
  folded: z
    .array(z.enum(["error", "warning", "rounding", "info"]))
    .catch([])
    .readonly(),
  precision: z.enum(["nearest", "truncated"]).catch(defaultPreferences.precision),
  unit: z.enum(FIGURE_UNITS).catch(defaultPreferences.unit),
  live: z.boolean().catch(defaultPreferences.live),
  language: z.enum(["host", "zh-CN", "en-US"]).catch(defaultPreferences.language),
});

/**
 * Opens the store of preferences, the one use of office-js-helpers. The library comes in a chunk of its own when it is
 * first needed: it is large, old, and the pane must start without it.
 */
export async function openPreferences(): Promise<PreferenceStore> {
  const { Storage, StorageType } = await loadHelpers();
  const open = (): InstanceType<typeof Storage<unknown>> => {
    try {
      return new Storage<unknown>(CONTAINER, StorageType.LocalStorage);
    } catch (error) {
      // Excel on the web runs the pane in a frame, where a browser may refuse local storage.
      console.warn("Local storage is refused; preferences last until the pane is closed.", error);
      return new Storage<unknown>(CONTAINER, StorageType.InMemoryStorage);
    }
  };
  const storage = open();
  return {
    load: () => stored.catch(defaultPreferences).parse(storage.get(KEY)),
    save: (preferences) => {
      storage.set(KEY, preferences);
    },
  };
}

type Helpers = Pick<typeof OfficeHelpers, "Storage" | "StorageType">;

/** The library is a UMD file: depending on the bundler its exports stand on the namespace or under its `default`. */
async function loadHelpers(): Promise<Helpers> {
  const namespace: unknown = await import("@microsoft/office-js-helpers");
  const either = namespace as Partial<Helpers> & { readonly default?: Helpers };
  const helpers = either.Storage === undefined ? either.default : (either as Helpers);
  if (helpers === undefined) throw new Error("office-js-helpers has no Storage.");
  return helpers;
}
