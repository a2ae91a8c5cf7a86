import { strToU8 } from "fflate";
import { partKey, resolveTarget, type OpenPackage, type Relationship } from "../package";
import { readText, requireWellFormed } from "../xml";
import { writeZip, type WrittenEntry } from "./zip-writer";
import { attributesOf, childrenOf, rootOf, type XmlElement } from "./xml-source";
import { escapeAttribute } from "./xml-escape";
import { XmlEdit } from "./xml-edit";

const CONTENT_TYPES = "[Content_Types].xml";
const PACKAGE_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships";
const RELATIONSHIPS_TYPE = "application/vnd.openxmlformats-package.relationships+xml";

/** A package being changed. Parts that are not written to are copied as they lie in the original. */
export class PackageDraft {
  /** Written parts by key; null for removed ones. */
  private readonly written = new Map<string, { readonly name: string; readonly xml: string } | null>();
  private readonly texts = new Map<string, string>();

  constructor(readonly source: OpenPackage) {}

  get changed(): boolean {
    return this.written.size > 0;
  }

  has(part: string): boolean {
    const key = partKey(part);
    const written = this.written.get(key);
    return written === undefined ? this.source.parts.has(key) : written !== null;
  }

  /** Names of all parts there are now. */
  parts(): readonly string[] {
    const kept = [...this.source.parts].filter(([key]) => !this.written.has(key));
    const written = [...this.written.values()].flatMap((part) => (part === null ? [] : [part.name]));
    return [...kept.map(([, entry]) => entry.name.replaceAll("\\", "/")), ...written];
  }

  /** Text of an XML part as it is now; known to be well-formed. */
  text(part: string): string {
    const key = partKey(part);
    const written = this.written.get(key);
    if (written) return written.xml;
    const entry = this.source.parts.get(key);
    if (written === null || entry === undefined) throw new Error(`no part ${part}`);
    let text = this.texts.get(key);
    if (text === undefined) {
      text = readText(this.source.zip, entry, this.source.budget);
      this.texts.set(key, text);
    }
    return text;
  }

  /** Replaces a part that is there. */
  write(part: string, xml: string): void {
    if (xml === this.text(part)) return;
    const key = partKey(part);
    const name = this.source.parts.get(key)?.name ?? this.written.get(key)?.name ?? part;
    this.written.set(key, { name, xml });
  }

  edit(part: string, change: (xml: XmlEdit) => void): void {
    const edit = new XmlEdit(this.text(part));
    change(edit);
    if (edit.changed) this.write(part, edit.finish());
  }

  add(part: string, xml: string, contentType: string): void {
    this.written.set(partKey(part), { name: part, xml });
    this.edit(CONTENT_TYPES, (types) =>
      types.append(
        types.root,
        `<${types.root.prefix}Override PartName="/${escapeAttribute(part)}" ContentType="${contentType}"/>`,
      ),
    );
  }

  /** Takes a part out, with its relationships and its content type. */
  remove(part: string): void {
    const relationships = relationshipsPart(part);
    for (const name of this.has(relationships) ? [part, relationships] : [part]) {
      this.written.set(partKey(name), null);
    }
    this.edit(CONTENT_TYPES, (types) => {
      for (const element of types.children()) {
        const name = attributesOf(types.source, element).get("PartName");
        if (name !== undefined && partKey(name) === partKey(`/${part}`)) types.replace(element, "");
      }
    });
  }

  /** Relationships of a part as they are now, or of the package for "". */
  relationships(part: string): readonly Relationship[] {
    const name = relationshipsPart(part);
    if (!this.has(name)) return [];
    const xml = this.text(name);
    return childrenOf(xml, rootOf(xml)).map((element) => relationshipOf(part, xml, element));
  }

  /** @param type whole address; @returns the new id. */
  addRelationship(part: string, type: string, target: string): string {
    const name = relationshipsPart(part);
    if (!this.has(name)) {
      this.written.set(partKey(name), { name, xml: `<Relationships xmlns="${PACKAGE_RELATIONSHIPS}"/>` });
      this.requireDefaultType("rels", RELATIONSHIPS_TYPE);
    }
    const used = new Set(this.relationships(part).map(({ id }) => id));
    let number = used.size + 1;
    while (used.has(`rId${String(number)}`)) number++;
    const id = `rId${String(number)}`;
    this.edit(name, (xml) =>
      xml.append(
        xml.root,
        `<${xml.root.prefix}Relationship Id="${id}" Type="${type}" Target="/${escapeAttribute(encodeURI(target))}"/>`,
      ),
    );
    return id;
  }

  private removeRelationships(part: string, isRemoved: (relationship: Relationship) => boolean): void {
    const name = relationshipsPart(part);
    if (!this.has(name)) return;
    this.edit(name, (xml) => {
      for (const element of xml.children()) {
        if (isRemoved(relationshipOf(part, xml.source, element))) xml.replace(element, "");
      }
    });
  }

  /** Takes relationships away, with the parts that nothing leads to any more. @returns whether there were any. */
  removeRelated(part: string, isRemoved: (relationship: Relationship) => boolean): boolean {
    if (!this.relationships(part).some(isRemoved)) return false;
    const before = this.reachable();
    this.removeRelationships(part, isRemoved);
    const after = this.reachable();
    for (const gone of before) if (!after.has(gone)) this.remove(gone);
    return true;
  }

  /** Parts that the package's relationships lead to, by key. */
  reachable(): ReadonlySet<string> {
    const found = new Set<string>();
    const waiting = [""];
    for (let part = waiting.pop(); part !== undefined; part = waiting.pop()) {
      for (const { target, external } of this.relationships(part)) {
        const key = partKey(target);
        if (external || found.has(key) || !this.has(target)) continue;
        found.add(key);
        waiting.push(target);
      }
    }
    return found;
  }

  /** The package as a file. Entries keep their order, new ones follow. */
  finish(): Uint8Array {
    const entries: WrittenEntry[] = [];
    const fresh = new Map(this.written);
    for (const [key, entry] of this.source.parts) {
      const written = this.written.get(key);
      fresh.delete(key);
      if (written === undefined) entries.push({ copied: entry });
      else if (written !== null) entries.push(newEntry(written));
    }
    for (const written of fresh.values()) if (written !== null) entries.push(newEntry(written));
    return writeZip(this.source.zip, entries);
  }

  private requireDefaultType(extension: string, contentType: string): void {
    this.edit(CONTENT_TYPES, (types) => {
      const isThere = types
        .children()
        .some((element) => attributesOf(types.source, element).get("Extension")?.toLowerCase() === extension);
      if (isThere) return;
      types.append(
        types.root,
        `<${types.root.prefix}Default Extension="${extension}" ContentType="${contentType}"/>`,
      );
    });
  }
}

function newEntry({ name, xml }: { readonly name: string; readonly xml: string }): WrittenEntry {
  // Written as UTF-8, so the declaration must not say otherwise.
  const text = xml.replace(/^(<\?xml[^>]*?\sencoding\s*=\s*)(?:"[^"]*"|'[^']*')/, '$1"UTF-8"');
  // The last line of defence: nothing that no program can open ever leaves here.
  requireWellFormed(name, text);
  return { name, content: strToU8(text) };
}

function relationshipsPart(part: string): string {
  const folder = part.slice(0, part.lastIndexOf("/") + 1);
  return `${folder}_rels/${part.slice(folder.length)}.rels`;
}

function relationshipOf(part: string, xml: string, element: XmlElement): Relationship {
  const attributes = attributesOf(xml, element);
  const type = attributes.get("Type") ?? "";
  const target = attributes.get("Target") ?? "";
  const external = attributes.get("TargetMode") === "External";
  const folder = part.slice(0, part.lastIndexOf("/") + 1);
  return {
    id: attributes.get("Id") ?? "",
    type: type.slice(type.lastIndexOf("/") + 1),
    target: external ? target : resolveTarget(folder, target),
    external,
  };
}
