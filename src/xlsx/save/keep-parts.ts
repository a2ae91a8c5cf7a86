import {
  KEPT_KINDS,
  keptList,
  keptNamespace,
  keptPartXml,
  type KeptText,
  type KeptTexts,
} from "../../core/workbook/kept-part";
import { strToU8 } from "fflate";
import { crc32 } from "../crc32";
import { keptPartHolders, readKeptParts } from "../kept-parts";
import { partKey } from "../package";
import type { PackageDraft } from "./package-draft";

const PROPERTIES_TYPE = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml";

/**
 * Makes `texts` all that is kept with the workbook of the kinds they name: parts that are there already stay as they lie in
 * the package.
 *
 * @param workbook name of the workbook part
 * @param office beginning of the types of relationships, which depends on the standard's flavour
 */
export function keepParts(draft: PackageDraft, workbook: string, office: string, texts: KeptTexts): void {
  const kinds = KEPT_KINDS.filter((kind) => texts[kind] !== undefined);
  const wanted = keptList(texts);
  const gone = readKeptParts(draft.source, workbook).filter(({ kind, text }) => {
    if (!kinds.includes(kind)) return false;
    const at = wanted.findIndex((own) => own.kind === kind && own.text === text);
    if (at >= 0) wanted.splice(at, 1);
    return at < 0;
  });
  const keys = new Set(gone.map(({ part }) => partKey(part)));
  for (const holder of keptPartHolders(workbook))
    draft.removeRelated(holder, ({ type, target }) => type === "customXml" && keys.has(partKey(target)));
  for (const text of wanted) addPart(draft, workbook, office, text);
}

/** The part, and its properties, as Excel lays them down (ECMA-376 part 1, §15.2.5 and §15.2.6). */
function addPart(draft: PackageDraft, workbook: string, office: string, kept: KeptText): void {
  let number = 1;
  while (draft.has(itemPart(number)) || draft.has(propertiesPart(number))) number++;
  const [item, properties] = [itemPart(number), propertiesPart(number)];
  const namespace = office.replace(/relationships$/, "customXml");
  draft.add(item, keptPartXml(kept), "application/xml");
  draft.add(
    properties,
    `<?xml version="1.0" encoding="UTF-8"?>\n<ds:datastoreItem ds:itemID="${itemId(kept.text)}" xmlns:ds="${namespace}">` +
      `<ds:schemaRefs><ds:schemaRef ds:uri="${keptNamespace(kept.kind)}"/></ds:schemaRefs></ds:datastoreItem>`,
    PROPERTIES_TYPE,
  );
  draft.addRelationship(workbook, `${office}/customXml`, item);
  draft.addRelationship(item, `${office}/customXmlProps`, properties);
}

function itemPart(number: number): string {
  return `customXml/item${String(number)}.xml`;
}

function propertiesPart(number: number): string {
  return `customXml/itemProps${String(number)}.xml`;
}

/** A GUID that follows from the text, so that saving twice gives the same file. */
function itemId(text: string): string {
  const digits = [0, 1, 2, 3].map((salt) =>
    crc32(strToU8(`${String(salt)}${text}`), 0)
      .toString(16)
      .padStart(8, "0"),
  );
  return digits
    .join("")
    .toUpperCase()
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "{$1-$2-$3-$4-$5}");
}
