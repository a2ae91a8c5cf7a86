import { xmlRoot } from "../../../core/workbook/xml-text";
import { ExcelError } from "../excel-error";
import type { HostContext } from "../host-context";
import type { CustomXmlPart } from "../model";
import { HostObject, readOnly } from "../object-type";
import type { ObjectType } from "../object-type";

/** `workbook.customXmlParts`. */
export const customXmlPartCollectionType: ObjectType<null> = {
  name: "CustomXmlPartCollection",
  items: (_self, host) => objects(host, null),
  item: (_self, key, host) => HostObject.of(customXmlPartType, read(String(key), host).id, host),
  methods: {
    Add: (_self, args, host) => {
      const { id } = host.model.addCustomXmlPart(requireXml(args.text(0)));
      return HostObject.of(customXmlPartType, id, host);
    },
    GetByNamespace: (_self, args, host) => HostObject.of(scopedCollectionType, args.text(0), host),
    GetCount: (_self, _args, host) => objects(host, null).length,
    GetItemOrNullObject: (_self, args, host) => objectOrNull(host, null, args.text(0)),
  },
};

/** The parts of one namespace. */
const scopedCollectionType: ObjectType<string> = {
  name: "CustomXmlPartScopedCollection",
  items: (namespace, host) => objects(host, namespace),
  item: (namespace, key, host) => {
    const part = objectOrNull(host, namespace, String(key));
    if (part === null) throw notThere(String(key));
    return part;
  },
  methods: {
    GetCount: (namespace, _args, host) => objects(host, namespace).length,
    GetItemOrNullObject: (namespace, args, host) => objectOrNull(host, namespace, args.text(0)),
    GetOnlyItem: (namespace, _args, host) => {
      const only = onlyOne(host, namespace);
      if (only === null) throw new ExcelError("GeneralException", `not one part of ${namespace}`);
      return only;
    },
    GetOnlyItemOrNullObject: (namespace, _args, host) => onlyOne(host, namespace),
  },
};

const customXmlPartType: ObjectType<string> = {
  name: "CustomXmlPart",
  identity: (id) => ({ Id: id }),
  ensureAlive: (id, host) => {
    read(id, host);
  },
  properties: {
    Id: readOnly((id) => id),
    NamespaceUri: readOnly((id, host) => namespaceOf(read(id, host))),
  },
  methods: {
    GetXml: (id, _args, host) => read(id, host).xml,
    SetXml: (id, args, host) => {
      host.model.setCustomXmlPart(id, requireXml(args.text(0)));
      return undefined;
    },
    Delete: (id, _args, host) => {
      host.model.deleteCustomXmlPart(id);
      return undefined;
    },
  },
};

/** Parts of one namespace, or all of them for `null`. */
function objects(host: HostContext, namespace: string | null): HostObject[] {
  return host.model
    .customXmlParts()
    .filter((part) => namespace === null || namespaceOf(part) === namespace)
    .map(({ id }) => HostObject.of(customXmlPartType, id, host));
}

function objectOrNull(host: HostContext, namespace: string | null, id: string): HostObject | null {
  return objects(host, namespace).find((part) => part.as(customXmlPartType) === id) ?? null;
}

function onlyOne(host: HostContext, namespace: string): HostObject | null {
  const [only, ...more] = objects(host, namespace);
  return more.length > 0 ? null : (only ?? null);
}

function read(id: string, { model }: HostContext): CustomXmlPart {
  const found = model.customXmlParts().find((part) => part.id === id);
  if (found === undefined) throw notThere(id);
  return found;
}

function notThere(id: string): ExcelError {
  return new ExcelError("ItemNotFound", `custom XML part “${id}”`);
}

function namespaceOf({ xml }: CustomXmlPart): string {
  return xmlRoot(xml)?.namespace ?? "";
}

function requireXml(xml: string): string {
  if (xmlRoot(xml) === null) throw new ExcelError("InvalidArgument", "a part is an XML document");
  return xml;
}
