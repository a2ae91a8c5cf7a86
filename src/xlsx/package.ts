import type { Budget } from "./limits";
import { FILE_KIND } from "./messages";
import { ReadProblem } from "./problem";
import { parseLongPart, parsePart, type PartParser, type XmlHandler } from "./xml";
import type { ZipEntry, ZipPackage } from "./zip";

/** One relationship of a part; `target` is a full part name without its leading slash. */
export interface Relationship {
  readonly id: string;
  /** Last step of the type's address (`worksheet`), which the transitional and the strict standard share. */
  readonly type: string;
  readonly target: string;
  readonly external: boolean;
}

/** An open package (OPC): its parts, and the budget that reading them draws on. */
export interface OpenPackage {
  readonly zip: ZipPackage;
  readonly budget: Budget;
  /** Parts by lower-case name: part names are equal regardless of case. */
  readonly parts: ReadonlyMap<string, ZipEntry>;
}

export function openPackage(zip: ZipPackage, budget: Budget): OpenPackage {
  const parts = new Map<string, ZipEntry>();
  // Some writers on Windows use backslashes.
  for (const entry of zip.entries.values()) parts.set(partKey(entry.name.replaceAll("\\", "/")), entry);
  return { zip, budget, parts };
}

/** Part names are equal regardless of case. */
export function partKey(name: string): string {
  return name.toLowerCase();
}

/** Parses the part of that name; false where the package has no such part. */
export function readPart(source: OpenPackage, name: string, handler: XmlHandler): boolean {
  const entry = source.parts.get(partKey(name));
  if (entry === undefined) return false;
  parsePart(source.zip, entry, source.budget, handler);
  return true;
}

/** As `readPart`, for a long part: see `parseLongPart`. */
export function readLongPart(
  source: OpenPackage,
  name: string,
  listen: (parser: PartParser) => void,
): boolean {
  const entry = source.parts.get(partKey(name));
  if (entry === undefined) return false;
  parseLongPart(source.zip, entry, source.budget, listen);
  return true;
}

/** Relationships of a part, or of the package for `""`; none where it has no relationships part. */
export function readRelationships(source: OpenPackage, part: string): readonly Relationship[] {
  const folder = part.slice(0, part.lastIndexOf("/") + 1);
  const relationships: Relationship[] = [];
  readPart(source, `${folder}_rels/${part.slice(folder.length)}.rels`, {
    open(name, attributes) {
      if (name !== "Relationship") return;
      const { Id: id = "", Type: type = "", Target: target = "", TargetMode: mode } = attributes;
      const external = mode === "External";
      relationships.push({
        id,
        type: type.slice(type.lastIndexOf("/") + 1),
        target: external ? target : resolveTarget(folder, target),
        external,
      });
    },
    close: () => undefined,
    text: () => undefined,
  });
  return relationships;
}

/**
 * Resolves `../x.xml` and `/xl/x.xml`. Steps above the root stay there (RFC 3986, §5.2.4, which ECMA-376 part 2 follows):
 * LibreOffice leads to custom XML from the root by `../customXml/item1.xml`, and Excel finds it.
 */
export function resolveTarget(folder: string, target: string): string {
  const path = decodePercent(target.replaceAll("\\", "/"));
  const steps: string[] = path.startsWith("/") ? [] : folder.split("/").filter((step) => step !== "");
  for (const step of path.split("/")) {
    if (step === "" || step === ".") continue;
    if (step === "..") steps.pop();
    else steps.push(step);
  }
  return steps.join("/");
}

function decodePercent(path: string): string {
  return /^(?:[^%]|%[0-9A-Fa-f]{2})*$/.test(path)
    ? path.replace(/%([2-7][0-9A-Fa-f])/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
    : path;
}

/**
 * Name of the workbook part.
 * @throws ReadProblem that tells what the package is if it is no workbook.
 */
export function findWorkbookPart(source: OpenPackage): string {
  const main = readRelationships(source, "").find((relationship) => relationship.type === "officeDocument");
  const target = main?.target ?? "xl/workbook.xml";
  if (source.parts.has(partKey(target))) {
    if (/\.bin$/i.test(target)) throw new ReadProblem("binary-format");
    if (/(?:^|\/)word\//i.test(target)) throw new ReadProblem("not-workbook", { kind: FILE_KIND.word });
    if (/(?:^|\/)ppt\//i.test(target)) throw new ReadProblem("not-workbook", { kind: FILE_KIND.powerpoint });
    return target;
  }
  if (source.parts.has("ofd.xml")) throw new ReadProblem("not-workbook", { kind: FILE_KIND.ofd });
  if (source.parts.has("mimetype")) throw new ReadProblem("not-workbook", { kind: FILE_KIND.openDocument });
  throw new ReadProblem("no-workbook-part");
}
