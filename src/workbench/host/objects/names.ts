import { parseAddress, qualifiedAddress } from "../addresses";
import { ExcelError } from "../excel-error";
import type { HostContext } from "../host-context";
import type { DefinedName } from "../model";
import { HostObject, readOnly } from "../object-type";
import type { ObjectType } from "../object-type";
import { sheetById } from "../sheet-access";
import { rangeObject, rangeType } from "./range";

function lookUp(host: HostContext, name: string): DefinedName | undefined {
  return host.model.names().find((candidate) => candidate.name.toLowerCase() === name.toLowerCase());
}

function read(name: string, host: HostContext): DefinedName {
  const found = lookUp(host, name);
  if (found === undefined) throw new ExcelError("ItemNotFound", `name “${name}”`);
  return found;
}

/** The range a name stands for; `null` where it stands for something else. */
function rangeOf(name: string, host: HostContext): HostObject | null {
  const { formula } = read(name, host);
  const bang = formula.lastIndexOf("!");
  const sheetName = formula.slice(1, bang).replace(/^'|'$/g, "").replaceAll("''", "'");
  const sheet = host.model.sheets().find((candidate) => candidate.name === sheetName);
  const range = bang < 0 ? null : parseAddress(formula.slice(bang + 1));
  return sheet === undefined || range === null ? null : rangeObject(host, sheet.id, range);
}

export const namedItemCollectionType: ObjectType<null> = {
  name: "NamedItemCollection",
  items: (_self, host) => host.model.names().map(({ name }) => HostObject.of(namedItemType, name, host)),
  item: (_self, key, host) => HostObject.of(namedItemType, read(String(key), host).name, host),
  methods: {
    GetCount: (_self, _args, host) => host.model.names().length,
    GetItemOrNullObject: (_self, args, host) => {
      const found = lookUp(host, args.text(0));
      return found === undefined ? null : HostObject.of(namedItemType, found.name, host);
    },
    Add: (_self, args, host) => {
      const name = args.text(0);
      if (!/^[\p{L}_\\][\p{L}\p{N}_.]*$/u.test(name) || parseAddress(name) !== null) {
        throw new ExcelError("InvalidArgument", `“${name}” is no name`);
      }
      if (lookUp(host, name) !== undefined) throw new ExcelError("ItemAlreadyExists", `name “${name}”`);
      const reference = args.any(1);
      const range = reference instanceof HostObject ? reference.as(rangeType) : null;
      const formula =
        range === null ? args.text(1) : `=${qualifiedAddress(sheetById(host, range.sheetId), range.range)}`;
      if (!formula.startsWith("=")) throw new ExcelError("InvalidArgument", "a formula starts with =");
      host.model.addName({ name, formula, comment: args.optionalText(2) ?? "", visible: true });
      return HostObject.of(namedItemType, name, host);
    },
  },
};

const namedItemType: ObjectType<string> = {
  name: "NamedItem",
  identity: (name) => ({ _Id: name }),
  properties: {
    Name: readOnly((name, host) => read(name, host).name),
    Formula: readOnly((name, host) => read(name, host).formula),
    Comment: readOnly((name, host) => read(name, host).comment),
    Visible: readOnly((name, host) => read(name, host).visible),
    Scope: readOnly(() => "Workbook"),
  },
  methods: {
    GetRange: (name, _args, host) => {
      const range = rangeOf(name, host);
      if (range === null) throw new ExcelError("InvalidReference", `name “${name}” is no range`);
      return range;
    },
    GetRangeOrNullObject: (name, _args, host) => rangeOf(name, host),
    Delete: (name, _args, host) => {
      host.model.deleteName(read(name, host).name);
      return undefined;
    },
  },
};
