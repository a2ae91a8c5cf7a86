import { ExcelError } from "../excel-error";
import type { CalculationMode } from "../model";
import { HostObject, readOnly } from "../object-type";
import type { ObjectType } from "../object-type";
import { textOf } from "../property-values";
import { customXmlPartCollectionType } from "./custom-xml-parts";
import { namedItemCollectionType } from "./names";
import { rangeObject } from "./range";
import { rangeAreasType } from "./range-areas";
import { settingCollectionType } from "./settings";
import { worksheetCollectionType } from "./worksheets";

/** The root of every request. */
export const workbookType: ObjectType<null> = {
  name: "Workbook",
  properties: {
    Name: readOnly((_self, { model }) => model.name),
  },
  navigation: {
    Application: (_self, host) => HostObject.of(applicationType, null, host),
    Worksheets: (_self, host) => HostObject.of(worksheetCollectionType, null, host),
    Names: (_self, host) => HostObject.of(namedItemCollectionType, null, host),
    CustomXmlParts: (_self, host) => HostObject.of(customXmlPartCollectionType, null, host),
    Settings: (_self, host) => HostObject.of(settingCollectionType, null, host),
  },
  methods: {
    GetSelectedRange: (_self, _args, host) => {
      const { sheetId, ranges } = host.model.selection();
      const [range, ...more] = ranges;
      if (range === undefined || more.length > 0) {
        throw new ExcelError("InvalidOperation", "several areas are selected: use getSelectedRanges");
      }
      return rangeObject(host, sheetId, range);
    },
    GetSelectedRanges: (_self, _args, host) => HostObject.of(rangeAreasType, host.model.selection(), host),
    GetActiveCell: (_self, _args, host) => {
      const { sheetId, ranges } = host.model.selection();
      const { top, left } = ranges[0] ?? { top: 0, left: 0 };
      return rangeObject(host, sheetId, { top, left, bottom: top, right: left });
    },
    _RemoveReference: (_self, args, { references }) => {
      references.release(args.text(0));
      return undefined;
    },
  },
};

const CALCULATION_MODES: readonly CalculationMode[] = ["Automatic", "AutomaticExceptTables", "Manual"];

const applicationType: ObjectType<null> = {
  name: "Application",
  properties: {
    CalculationMode: {
      get: (_self, { model }) => model.calculationMode,
      set: (_self, value, { model }) => {
        const mode = CALCULATION_MODES.find((candidate) => candidate === textOf(value));
        if (mode === undefined) throw new ExcelError("InvalidArgument", "no such calculation mode");
        model.calculationMode = mode;
      },
    },
  },
  methods: {
    // A batch runs in one go: nothing is painted or computed in between anyway.
    SuspendScreenUpdatingUntilNextSync: () => undefined,
    SuspendApiCalculationUntilNextSync: () => undefined,
  },
};
