import { decodeXml, escapeText, xmlRoot } from "./xml-text";

/*
 * A form family kept with a workbook is a custom XML part of its package (ECMA-376 part 1, §15.2.5), so that it travels
 * through Excel and every other program that keeps parts it does not know. Its one element holds the joined JSON.
 */

/** Namespace of the part's element; the number is the version of what stands in it. */
export const FAMILY_NAMESPACE = "urn:gouji:form-family:1";

/** Longest text kept; the largest family known has some 50,000 characters, and Excel on the web answers 5 MB at once. */
export const MAX_FAMILY_CHARACTERS = 500_000;

/** The part for a family's joined JSON. */
export function familyPartXml(text: string): string {
  // JSON may name these two by their number; XML cannot hold them at all.
  const carried = text.replace(/[\ufffe\uffff]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16)}`);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<family xmlns="${FAMILY_NAMESPACE}">${escapeText(carried)}</family>`;
}

/** The joined JSON of a well-formed part, whoever wrote it down again; null for anybody else's part. */
export function familyPartText(xml: string): string | null {
  const root = xmlRoot(xml);
  if (root?.namespace !== FAMILY_NAMESPACE) return null;
  const end = xml.lastIndexOf(`</${root.name}`);
  return end < root.contentStart ? "" : decodeXml(xml.slice(root.contentStart, end));
}
