import { ExcelError } from "../excel-error";
import { HostObject, readOnly } from "../object-type";
import type { ObjectType } from "../object-type";
import type { Json } from "../protocol";

export const settingCollectionType: ObjectType<null> = {
  name: "SettingCollection",
  items: (_self, host) =>
    [...host.model.settings().keys()].map((key) => HostObject.of(settingType, key, host)),
  item: (_self, key, host) => {
    if (!host.model.settings().has(String(key)))
      throw new ExcelError("ItemNotFound", `setting “${String(key)}”`);
    return HostObject.of(settingType, String(key), host);
  },
  methods: {
    /** Adds or replaces. */
    Add: (_self, args, host) => {
      const key = args.text(0);
      host.model.setSetting(key, args.json(1));
      return HostObject.of(settingType, key, host);
    },
    GetCount: (_self, _args, host) => host.model.settings().size,
    GetItemOrNullObject: (_self, args, host) => {
      const key = args.text(0);
      return host.model.settings().has(key) ? HostObject.of(settingType, key, host) : null;
    },
  },
};

const settingType: ObjectType<string> = {
  name: "Setting",
  identity: (key) => ({ _Id: key }),
  ensureAlive: (key, host) => {
    if (!host.model.settings().has(key)) throw new ExcelError("ItemNotFound", `setting “${key}”`);
  },
  properties: {
    Key: readOnly((key) => key),
    Value: {
      // A setting holds what the client once sent as JSON.
      get: (key, host) => host.model.settings().get(key) as Json,
      set: (key, value, host) => host.model.setSetting(key, value),
    },
  },
  methods: {
    Delete: (key, _args, host) => {
      host.model.deleteSetting(key);
      return undefined;
    },
  },
};
