import { strToU8, unzipSync } from "fflate";
import { keptPartXml } from "../../src/core/workbook/kept-part";
import { BUILT_IN_TEMPLATES, INPUT_TEMPLATES } from "../../src/core/generate/templates";
import { saveXlsx, writeXlsx, type NewSheet } from "../../src/xlsx";
import { writeTemplate } from "../../src/xlsx/template/write-template";
import { richPackage } from "../../test/xlsx/rich-package";
import { formSheet } from "./drawn-sheets";
import { bentText, keptAccepted, keptFamily } from "./kept-cases";
import { Random } from "./random";
import { concat, plainEnd, rawEntry, rawZip, record, type RawEnd, type RawEntry } from "./raw-zip";
import { mutateXml } from "./xml-mutations";

/** Parts of a sound workbook, by name. */
type Parts = ReadonlyMap<string, Uint8Array>;

const decoder = new TextDecoder();
const STORED_UP_TO_BYTES = 4000;

let bases: readonly Parts[] | null = null;

/** Sound workbooks of many kinds: with a bit of everything, written by us, a template, with things kept in it. */
function soundPackages(): readonly Parts[] {
  bases ??= [
    richPackage(),
    richPackage({ signed: true, macros: true }),
    ...[1, 2, 3].map((number) => writeXlsx({ sheets: [drawnSheet(number), drawnSheet(number + 10)] })),
    saveXlsx(writeXlsx({ sheets: [drawnSheet(4)] }), {
      kept: { families: [keptFamily(new Random(1, 1))], accepted: [keptAccepted(new Random(1, 1))] },
    }).bytes,
    ...[...BUILT_IN_TEMPLATES.slice(0, 3), INPUT_TEMPLATES.texts].map(writeTemplate),
  ].map((bytes) => new Map(Object.entries(unzipSync(bytes))));
  return bases;
}

function drawnSheet(number: number): NewSheet {
  const { name, cells } = formSheet(new Random(7, number)).finish();
  return {
    name: `${name.replace(/[\\/?*[\]:']/g, "").slice(0, 20)}${String(number)}`,
    cells: cells.map(({ row, column, value }) => ({ row, column, content: { value } })),
  };
}

/** The bytes of a drawn file: a sound workbook with its XML, its zip structure or its bytes bent. */
export function packageCase(random: Random): Uint8Array {
  return bentPackage(random, new Map(random.pick(soundPackages())));
}

export function bentPackage(random: Random, parts: Map<string, Uint8Array>): Uint8Array {
  const names = [...parts.keys()].filter((name) => /\.(?:xml|rels|vml)$/.test(name));
  const inSheets = names.filter((name) => /sheet\d+\.xml$|workbook\.xml|sharedStrings|styles/.test(name));
  for (
    let left = random.weighted([
      [1, 0],
      [6, 1],
      [3, 2],
      [1, 5],
    ]);
    left > 0;
    left--
  ) {
    const name = random.pick(random.oneIn(3) ? names : inSheets);
    parts.set(name, mutatedPart(random, parts.get(name) ?? new Uint8Array()));
  }
  if (random.oneIn(12)) addKept(random, parts);
  const entries = [...parts].map(([name, content]) =>
    rawEntry(name, content, content.length > STORED_UP_TO_BYTES || random.oneIn(6)),
  );
  const end = plainEnd();
  if (random.oneIn(4))
    for (let left = random.between(1, 3); left > 0; left--)
      random.weighted(ZIP_MUTATIONS)(random, entries, end);
  const bytes = rawZip(entries, end);
  return random.oneIn(8) ? tornBytes(random, bytes) : bytes;
}

function mutatedPart(random: Random, content: Uint8Array): Uint8Array {
  const xml = random.oneIn(12) ? decoder.decode(content) : mutateXml(random, decoder.decode(content));
  return random.oneIn(10) ? otherEncoding(random, xml) : strToU8(xml);
}

/** In an encoding that is declared, or is not, or is another one. */
function otherEncoding(random: Random, xml: string): Uint8Array {
  const declared = random.pick([
    "UTF-16",
    "GBK",
    "gb18030",
    "Big5",
    "ISO-8859-1",
    "x-user-defined",
    "没有",
    "UTF-7",
    "utf-8",
  ]);
  const named = /^<\?xml[^>]*\?>/.test(xml)
    ? xml.replace(/^<\?xml[^>]*\?>/, `<?xml version="1.0" encoding="${declared}"?>`)
    : `<?xml version="1.0" encoding="${declared}"?>${xml}`;
  const little = Buffer.from(`\ufeff${named}`, "utf16le");
  return random.pick([
    () => new Uint8Array(little),
    () => new Uint8Array(Buffer.from(little).swap16()),
    () => new Uint8Array(little.subarray(2)),
    () => new Uint8Array(Buffer.from(named, "latin1")),
    () => strToU8(named),
    () => concat([strToU8(xml), new Uint8Array([0xff, 0xfe, 0xc3])]),
  ])();
}

/** A custom XML part of ours, sound or not, with a relationship that leads to it. */
function addKept(random: Random, parts: Map<string, Uint8Array>): void {
  const kind = random.pick(["families", "accepted"] as const);
  const text = kind === "families" ? keptFamily(random) : keptAccepted(random);
  const xml = keptPartXml({ kind, text: random.oneIn(3) ? bentText(random, text) : text });
  parts.set("customXml/item9.xml", strToU8(random.oneIn(4) ? mutateXml(random, xml) : xml));
  const rels = decoder.decode(parts.get("xl/_rels/workbook.xml.rels"));
  const link = `<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml" Target="../customXml/item9.xml"/></Relationships>`;
  parts.set("xl/_rels/workbook.xml.rels", strToU8(rels.replace("</Relationships>", link)));
}

type ZipMutation = (random: Random, entries: RawEntry[], end: RawEnd) => void;

const NAMES = [
  "../x.xml",
  "..\\x.xml",
  "/x.xml",
  "C:/x.xml",
  "xl/./workbook.xml",
  "XL/WORKBOOK.XML",
  "xl\\workbook.xml",
  "x\0.xml",
  "",
  " ",
  "a".repeat(60_000),
  "合计.xml",
  "[Content_Types].xml",
  "__proto__",
  "xl//workbook.xml",
  "con",
  "\ud800",
];
const SIZES = [0, 1, 2 ** 16, 2 ** 20, 2 ** 31 - 1, 2 ** 31, 0xfffffffe, 0xffffffff];

/** Says of one field of one entry what is not so. */
const lie: ZipMutation = (random, entries) => {
  const entry = random.pick(entries);
  const field = random.pick(["size", "compressedSize", "crc", "offsetBy", "method", "flags"] as const);
  if (field === "method") entry.method = random.pick([0, 1, 6, 8, 9, 12, 14, 93, 95, 99, 65_535]);
  else if (field === "flags") entry.flags = random.pick([1, 8, 0x800, 0x41, 0xffff]);
  else
    entry[field] = random.oneIn(2) ? random.pick(SIZES) : Math.max(0, entry[field] + random.between(-3, 3));
};

const nameTrick: ZipMutation = (random, entries) => {
  const entry = random.pick(entries);
  if (random.oneIn(3)) entries.push({ ...entry, name: strToU8(random.pick(NAMES)) });
  else if (random.oneIn(4)) entry.name = new Uint8Array([0xbf, 0xed, 0xff, 0x2e]);
  else entry.name = strToU8(random.pick(NAMES));
};

const twice: ZipMutation = (random, entries) => {
  const entry = random.pick(entries);
  if (random.oneIn(2)) entry.listed = random.pick([0, 2, 3]);
  else entries.push({ ...entry });
};

const overlap: ZipMutation = (random, entries) => {
  random.pick(entries).shared = true;
};

/** More content than any table has, small when packed; or another package inside. */
const bomb: ZipMutation = (random, entries) => {
  const at = random.below(entries.length);
  const name = decoder.decode(entries[at]?.name);
  const size = random.weighted([
    [8, 2 ** 20],
    [2, 9 * 2 ** 20],
    [random.oneIn(30) ? 6 : 0, 70 * 2 ** 20],
  ]);
  entries[at] = rawEntry(
    name,
    random.oneIn(4) ? rawZip(entries, plainEnd()) : new Uint8Array(size).fill(random.pick([0, 32, 60])),
    true,
  );
  if (random.oneIn(2)) entries[at].size = random.pick(SIZES);
};

const extraField: ZipMutation = (random, entries) => {
  const entry = random.pick(entries);
  const wide = (): Uint8Array =>
    record(28, [
      [0, 2, 1],
      [2, 2, 24],
      [4, 8, entry.size],
      [12, 8, random.pick([entry.compressedSize, 2 ** 40])],
      [20, 8, random.pick([0, 2 ** 52, -1])],
    ]);
  entry.extra = random.pick([
    wide(),
    wide().subarray(0, 9),
    new Uint8Array(4),
    new Uint8Array(60_000),
    record(4, [
      [0, 2, 1],
      [2, 2, 65_535],
    ]),
  ]);
  if (random.oneIn(2)) entry.size = 0xffffffff;
  if (random.oneIn(3)) entry.compressedSize = 0xffffffff;
};

const endLie: ZipMutation = (random, _, end) => {
  random.pick([
    () => (end.countBy = random.pick([-1, 1, 5, 60_000])),
    () => (end.startBy = random.pick([-1, 1, -46, 46, 2 ** 30])),
    () => (end.wide = true),
    () => (end.comment = strToU8(random.pick(["合计", "PK\u0005\u0006".repeat(20), "x".repeat(65_535)]))),
    () => (end.after = new Uint8Array(random.pick([1, 22, 70_000]))),
    () => (end.before = strToU8("PK".padEnd(random.pick([2, 30, 5000]), "x"))),
  ])();
};

const ZIP_MUTATIONS: readonly (readonly [number, ZipMutation])[] = [
  [6, lie],
  [4, nameTrick],
  [2, twice],
  [2, overlap],
  [1, bomb],
  [3, extraField],
  [3, endLie],
];

/** Bytes flipped, cut off, put in, moved: no thought of what they mean. */
function tornBytes(random: Random, bytes: Uint8Array): Uint8Array {
  const at = random.below(bytes.length);
  return random.pick([
    () => bytes.subarray(0, at),
    () => bytes.subarray(at),
    () => concat([bytes.subarray(0, at), new Uint8Array(random.between(1, 9)), bytes.subarray(at)]),
    () => concat([bytes.subarray(0, at), bytes.subarray(Math.min(bytes.length, at + random.between(1, 99)))]),
    () => concat([bytes, bytes]),
    () => {
      const torn = new Uint8Array(bytes);
      for (let left = random.pick([1, 1, 3, 30]); left > 0; left--)
        torn[random.below(torn.length)] = random.below(256);
      return torn;
    },
  ])();
}
