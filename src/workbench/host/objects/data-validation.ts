import type { DropDown } from "../../../core/workbook/sheet-plan";
import { isUnbounded, isWithin, sameRange } from "../addresses";
import { ExcelError } from "../excel-error";
import type { HostContext } from "../host-context";
import { notCovered } from "../object-type";
import type { ObjectType } from "../object-type";
import type { Json } from "../protocol";
import { sheetById, writableSheet } from "../sheet-access";
import type { RangeRef } from "./range";

/** Characters of a list that stands in the rule itself. */
const LONGEST_LIST = 255;

type Fields = Readonly<Record<string, Json>>;

function fieldsOf(value: Json | undefined): Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Fields) : {};
}

/** The list that all cells of the range offer. */
function listOf({ sheetId, range }: RangeRef, host: HostContext): DropDown | null {
  return sheetById(host, sheetId).dropDowns.findLast((dropDown) => isWithin(range, dropDown.range)) ?? null;
}

function optionsOf(rule: Json): readonly string[] {
  const { list, ...others } = fieldsOf(rule);
  const { source } = fieldsOf(list);
  if (Object.values(others).some((other) => other !== null) || typeof source !== "string") {
    throw notCovered("DataValidation", "rules other than a list of texts");
  }
  if (source.startsWith("=")) throw notCovered("DataValidation", "lists that stand in cells");
  if (source === "" || source.length > LONGEST_LIST)
    throw new ExcelError("InvalidArgument", "a list has 1 to 255 characters");
  return source.split(",").map((option) => option.trim());
}

/** Lists of texts to pick from; other rules are not covered. */
export const dataValidationType: ObjectType<RangeRef> = {
  name: "DataValidation",
  properties: {
    Rule: {
      get: (self, host) => {
        const dropDown = listOf(self, host);
        return dropDown === null
          ? {}
          : { list: { inCellDropDown: true, source: dropDown.options.join(",") } };
      },
      set: (self, rule, host) => {
        if (isUnbounded(self.range)) throw notCovered("DataValidation", "whole rows and columns");
        const sheet = writableSheet(host, self.sheetId);
        const others = sheet.dropDowns.filter(({ range }) => !sameRange(range, self.range));
        sheet.dropDowns = [...others, { range: self.range, options: optionsOf(rule) }];
      },
    },
    ErrorAlert: {
      get: (self, host) => ({
        message: "",
        showAlert: listOf(self, host)?.free !== true,
        style: "Stop",
        title: "",
      }),
      set: (self, value, host) => {
        const free = fieldsOf(value)["showAlert"] === false;
        const sheet = writableSheet(host, self.sheetId);
        sheet.dropDowns = sheet.dropDowns.map((dropDown) =>
          sameRange(dropDown.range, self.range) ? { ...dropDown, free } : dropDown,
        );
      },
    },
  },
};
