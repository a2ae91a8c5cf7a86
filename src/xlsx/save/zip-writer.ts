import { deflateSync, strToU8 } from "fflate";
import { crc32 } from "../crc32";
import { contentOf, type ZipEntry, type ZipPackage } from "../zip";
import { UNSAVABLE } from "./messages";
import { UnsavableChangeError } from "./unsavable";

/** An entry to be written: one of a package there is, as it lies there, or new content. */
export type WrittenEntry =
  { readonly copied: ZipEntry } | { readonly name: string; readonly content: Uint8Array };

const LOCAL = { signature: 0x04034b50, size: 30 };
const DIRECTORY = { signature: 0x02014b50, size: 46 };
const END = { signature: 0x06054b50, size: 22 };
const VERSION = 20;
const UTF_8_NAME = 1 << 11;
const DEFLATED = 8;
/** 1980-01-01 00:00, as Excel writes it: equal content gives equal files. */
const NO_TIME = 0x00210000;
const MAX_BYTES = 2 ** 32 - 1;
const MAX_ENTRIES = 2 ** 16 - 1;

interface Record {
  readonly name: Uint8Array;
  readonly flags: number;
  readonly method: number;
  readonly modified: number;
  readonly crc: number;
  readonly size: number;
  readonly content: Uint8Array;
}

/** Writes a zip file; copied entries are not unpacked, so they stay the same to the bit. */
export function writeZip(source: ZipPackage, entries: readonly WrittenEntry[]): Uint8Array {
  const records = entries.map((entry) => recordOf(source, entry));
  const total = records.reduce(
    (sum, { name, content }) => sum + LOCAL.size + DIRECTORY.size + 2 * name.length + content.length,
    END.size,
  );
  if (total > MAX_BYTES || records.length > MAX_ENTRIES) throw new UnsavableChangeError(UNSAVABLE.tooLarge);
  const bytes = new Uint8Array(total);
  const view = new DataView(bytes.buffer);
  const offsets: number[] = [];
  let at = 0;
  for (const record of records) {
    offsets.push(at);
    view.setUint32(at, LOCAL.signature, true);
    writeCommon(view, at + 4, record);
    bytes.set(record.name, at + LOCAL.size);
    bytes.set(record.content, at + LOCAL.size + record.name.length);
    at += LOCAL.size + record.name.length + record.content.length;
  }
  const directory = at;
  for (const [index, record] of records.entries()) {
    view.setUint32(at, DIRECTORY.signature, true);
    view.setUint16(at + 4, VERSION, true);
    writeCommon(view, at + 6, record);
    view.setUint32(at + 42, offsets[index] ?? 0, true);
    bytes.set(record.name, at + DIRECTORY.size);
    at += DIRECTORY.size + record.name.length;
  }
  view.setUint32(at, END.signature, true);
  view.setUint16(at + 8, records.length, true);
  view.setUint16(at + 10, records.length, true);
  view.setUint32(at + 12, at - directory, true);
  view.setUint32(at + 16, directory, true);
  return bytes;
}

/** Version to file name length: the same 24 bytes in the local header and in the directory. */
function writeCommon(view: DataView, at: number, record: Record): void {
  view.setUint16(at, VERSION, true);
  view.setUint16(at + 2, record.flags, true);
  view.setUint16(at + 4, record.method, true);
  view.setUint32(at + 6, record.modified, true);
  view.setUint32(at + 10, record.crc, true);
  view.setUint32(at + 14, record.content.length, true);
  view.setUint32(at + 18, record.size, true);
  view.setUint16(at + 22, record.name.length, true);
}

function recordOf(source: ZipPackage, entry: WrittenEntry): Record {
  if ("copied" in entry) {
    const { rawName: name, flags, method, modified, crc, size } = entry.copied;
    // Sizes stand in the header now, so the flag that says “after the content” has to go.
    const content = contentOf(source.bytes, entry.copied);
    return { name, flags: flags & UTF_8_NAME, method, modified, crc, size, content };
  }
  const name = strToU8(entry.name);
  return {
    name,
    flags: name.length === entry.name.length ? 0 : UTF_8_NAME,
    method: DEFLATED,
    modified: NO_TIME,
    crc: crc32(entry.content),
    size: entry.content.length,
    content: deflateSync(entry.content),
  };
}
