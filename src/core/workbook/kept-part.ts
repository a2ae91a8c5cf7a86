import { decodeXml, escapeText, xmlRoot } from "./xml-text";

/*
 * What the tool keeps with a workbook is a custom XML part of its package (ECMA-376 part 1, §15.2.5), so that it travels
 * through Excel and every other program that keeps parts it does not know. Its one element holds JSON.
 */

/** Texts kept with a workbook, one a part; they may be broken. A kind that is absent has none. */
export interface KeptTexts {
  /** Form families, each as joined JSON (see `readFamily`). */
  readonly families?: readonly string[];
  /** Differences the user has accepted (see `readAccepted`). */
  readonly accepted?: readonly string[];
}

export type KeptKind = keyof KeptTexts;

export interface KeptText {
  readonly kind: KeptKind;
  readonly text: string;
}

/** No text of any kind: a workbook saved with it keeps nothing. */
export const NOTHING_KEPT: Required<KeptTexts> = { families: [], accepted: [] };

export const KEPT_KINDS = Object.keys(NOTHING_KEPT) as readonly KeptKind[];

/** Name and namespace of a part's element; the number is the version of what stands in it. */
const ELEMENTS: Readonly<Record<KeptKind, { readonly name: string; readonly namespace: string }>> = {
  families: { name: "family", namespace: "urn:gouji:form-family:1" },
  accepted: { name: "accepted", namespace: "urn:gouji:accepted:1" },
};

/** Longest text kept; the largest family known has some 50,000 characters, and Excel on the web answers 5 MB at once. */
export const MAX_KEPT_CHARACTERS = 500_000;

export function keptNamespace(kind: KeptKind): string {
  return ELEMENTS[kind].namespace;
}

/** The part for a JSON text. */
export function keptPartXml({ kind, text }: KeptText): string {
  const { name, namespace } = ELEMENTS[kind];
  // JSON may name these two by their number; XML cannot hold them at all.
  const carried = text.replace(/[\ufffe\uffff]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16)}`);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${name} xmlns="${namespace}">${escapeText(carried)}</${name}>`;
}

/** What a well-formed part keeps, whoever wrote it down again; null for anybody else's part. */
export function keptTextOf(xml: string): KeptText | null {
  const root = xmlRoot(xml);
  const kind = KEPT_KINDS.find((candidate) => keptNamespace(candidate) === root?.namespace);
  if (root === null || kind === undefined) return null;
  const end = xml.lastIndexOf(`</${root.name}`);
  return { kind, text: end < root.contentStart ? "" : decodeXml(xml.slice(root.contentStart, end)) };
}

/** All texts, kind by kind. */
export function keptList(kept: KeptTexts): KeptText[] {
  return KEPT_KINDS.flatMap((kind) => (kept[kind] ?? []).map((text) => ({ kind, text })));
}

/** The texts by kind, in their order. */
export function keptTexts(texts: readonly KeptText[]): KeptTexts {
  return Object.fromEntries(
    KEPT_KINDS.flatMap((kind) => {
      const own = texts.filter((text) => text.kind === kind).map(({ text }) => text);
      return own.length === 0 ? [] : [[kind, own]];
    }),
  );
}
