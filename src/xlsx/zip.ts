import { Inflate, inflateSync } from "fflate";
import { crc32 } from "./crc32";
import type { Budget } from "./limits";
import { ReadProblem } from "./problem";

/** One file of a zip package, as its central directory describes it. */
export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly encrypted: boolean;
  readonly crc: number;
  readonly compressedSize: number;
  readonly size: number;
  /** Of the local header, from the start of the package. */
  readonly offset: number;
  /** Name as stored; not all writers use UTF-8. */
  readonly rawName: Uint8Array;
  /** General purpose flags as stored. */
  readonly flags: number;
  /** MS-DOS time (low 16 bits) and date. */
  readonly modified: number;
}

/** A zip file: its bytes and its entries by the name as written. */
export interface ZipPackage {
  readonly bytes: Uint8Array;
  readonly entries: ReadonlyMap<string, ZipEntry>;
}

const END = { signature: 0x06054b50, size: 22, commentMax: 0xffff };
const END_64 = { signature: 0x06064b50, locator: 0x07064b50, locatorSize: 20 };
const DIRECTORY = { signature: 0x02014b50, size: 46 };
const LOCAL = { signature: 0x04034b50, size: 30 };
const UNKNOWN_16 = 0xffff;
const UNKNOWN_32 = 0xffffffff;
const STORED = 0;
const DEFLATED = 8;
/** Parts up to this size are unpacked in one go, which is faster; longer ones in slices, so that memory does not grow. */
const WHOLE_UP_TO_BYTES = 8 * 2 ** 20;
/** Compressed bytes given to the inflater at a time. */
const SLICE = 64 * 2 ** 10;

/**
 * Reads the central directory; unpacks nothing.
 * @throws ReadProblem `damaged` where it is cut off, `unsafe` for duplicate names and names that leave the package.
 */
export function openZip(bytes: Uint8Array): ZipPackage {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = new Map<string, ZipEntry>();
  try {
    const { count, start } = directoryOf(view);
    let at = start;
    for (let index = 0; index < count; index++) {
      const { entry, next } = directoryEntry(view, bytes, at);
      if (entries.has(entry.name) || !isSafeName(entry.name)) {
        throw new ReadProblem("unsafe", { part: entry.name.slice(0, 100) });
      }
      entries.set(entry.name, entry);
      at = next;
    }
  } catch (error) {
    if (error instanceof RangeError) throw new ReadProblem("damaged", {}, { cause: error });
    throw error;
  }
  return { bytes, entries };
}

function directoryOf(view: DataView): { count: number; start: number } {
  const lowest = Math.max(0, view.byteLength - END.size - END.commentMax);
  for (let at = view.byteLength - END.size; at >= lowest; at--) {
    if (view.getUint32(at, true) !== END.signature) continue;
    const count = view.getUint16(at + 10, true);
    const start = view.getUint32(at + 16, true);
    return count === UNKNOWN_16 || start === UNKNOWN_32 ? directory64(view, at) : { count, start };
  }
  throw new ReadProblem("damaged");
}

function directory64(view: DataView, end: number): { count: number; start: number } {
  const locator = end - END_64.locatorSize;
  if (view.getUint32(locator, true) !== END_64.locator) throw new ReadProblem("damaged");
  const record = Number(view.getBigUint64(locator + 8, true));
  if (view.getUint32(record, true) !== END_64.signature) throw new ReadProblem("damaged");
  return {
    count: Number(view.getBigUint64(record + 32, true)),
    start: Number(view.getBigUint64(record + 48, true)),
  };
}

function directoryEntry(view: DataView, bytes: Uint8Array, at: number): { entry: ZipEntry; next: number } {
  if (view.getUint32(at, true) !== DIRECTORY.signature) throw new ReadProblem("damaged");
  const nameLength = view.getUint16(at + 28, true);
  const extraLength = view.getUint16(at + 30, true);
  const commentLength = view.getUint16(at + 32, true);
  const nameAt = at + DIRECTORY.size;
  const next = nameAt + nameLength + extraLength + commentLength;
  if (next > bytes.length) throw new ReadProblem("damaged");
  const [size, compressedSize, offset] = wideFields(view, nameAt + nameLength, extraLength, [
    view.getUint32(at + 24, true),
    view.getUint32(at + 20, true),
    view.getUint32(at + 42, true),
  ]);
  const rawName = bytes.subarray(nameAt, nameAt + nameLength);
  const entry = {
    // Part names are ASCII by the standard; what tools of other alphabets write is only compared, never shown as is.
    name: new TextDecoder().decode(rawName),
    rawName,
    flags: view.getUint16(at + 8, true),
    modified: view.getUint32(at + 12, true),
    encrypted: (view.getUint16(at + 8, true) & 1) === 1,
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    size,
    compressedSize,
    offset,
  };
  return { entry, next };
}

/** Fields that do not fit 32 bits stand in the zip64 extra field, in this order, only those that did not fit. */
function wideFields(
  view: DataView,
  start: number,
  length: number,
  fields: readonly [number, number, number],
): [number, number, number] {
  const [size, compressed, offset] = fields;
  if (!fields.includes(UNKNOWN_32)) return [size, compressed, offset];
  let at = start;
  while (at + 4 <= start + length && view.getUint16(at, true) !== 1) at += 4 + view.getUint16(at + 2, true);
  at += 4;
  const wide = (field: number): number => {
    if (field !== UNKNOWN_32) return field;
    if (at + 8 > start + length) throw new ReadProblem("damaged");
    at += 8;
    return Number(view.getBigUint64(at - 8, true));
  };
  return [wide(size), wide(compressed), wide(offset)];
}

function isSafeName(name: string): boolean {
  return !/^[\\/]|^[A-Za-z]:|(?:^|[\\/])\.\.(?:[\\/]|$)|\0/.test(name);
}

/**
 * Unpacks one entry and hands its content over piece by piece.
 * @throws ReadProblem `damaged` where the content does not have the size and check sum it should have; `encrypted`;
 *   `too-large`, before anything is unpacked.
 */
export function unpackEntry(
  { bytes }: ZipPackage,
  entry: ZipEntry,
  budget: Budget,
  onChunk: (chunk: Uint8Array, last: boolean) => void,
): void {
  const part = entry.name;
  if (entry.encrypted) throw new ReadProblem("encrypted");
  budget.unpack(entry.compressedSize, entry.size, part);
  const content = contentOf(bytes, entry);
  let crc = 0;
  let size = 0;
  const take = (chunk: Uint8Array, last: boolean): void => {
    size += chunk.length;
    crc = crc32(chunk, crc);
    if (size > entry.size || (last && (size !== entry.size || crc !== entry.crc))) {
      throw new ReadProblem("damaged", { part });
    }
    onChunk(chunk, last);
  };
  if (entry.method === STORED) take(content, true);
  else if (entry.method !== DEFLATED) throw new ReadProblem("damaged", { part });
  else if (entry.size > WHOLE_UP_TO_BYTES) inflateInSlices(content, part, take);
  else take(inflateWhole(content, entry), true);
}

/** The bytes of an entry as they lie in the package, still compressed. */
export function contentOf(bytes: Uint8Array, { name, offset, compressedSize }: ZipEntry): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const fits = offset + LOCAL.size <= bytes.length && view.getUint32(offset, true) === LOCAL.signature;
  if (!fits) throw new ReadProblem("damaged", { part: name });
  const start = offset + LOCAL.size + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (start + compressedSize > bytes.length) throw new ReadProblem("damaged", { part: name });
  return bytes.subarray(start, start + compressedSize);
}

function inflateWhole(content: Uint8Array, { name, size }: ZipEntry): Uint8Array {
  try {
    return inflateSync(content, { out: new Uint8Array(size) });
  } catch (error) {
    throw new ReadProblem("damaged", { part: name }, { cause: error });
  }
}

function inflateInSlices(
  content: Uint8Array,
  part: string,
  take: (chunk: Uint8Array, last: boolean) => void,
): void {
  const inflater = new Inflate();
  // Chunks are queued, so that an error of the reader of the content is not taken for one of the inflater.
  const queue: { readonly chunk: Uint8Array; readonly last: boolean }[] = [];
  inflater.ondata = (chunk, last) => queue.push({ chunk, last });
  let at = 0;
  do {
    const last = at + SLICE >= content.length;
    try {
      inflater.push(content.subarray(at, at + SLICE), last);
    } catch (error) {
      throw new ReadProblem("damaged", { part }, { cause: error });
    }
    for (const { chunk, last: final } of queue) take(chunk, final);
    queue.length = 0;
    at += SLICE;
  } while (at < content.length);
}
