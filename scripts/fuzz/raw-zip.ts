import { deflateRawSync } from "node:zlib";
import { strToU8 } from "fflate";
import { crc32 } from "../../src/xlsx/crc32";

/** One entry as it is to lie in the package; every field may lie. */
export interface RawEntry {
  name: Uint8Array;
  data: Uint8Array;
  method: number;
  flags: number;
  crc: number;
  size: number;
  compressedSize: number;
  extra: Uint8Array;
  comment: Uint8Array;
  /** Added to the true offset in the directory. */
  offsetBy: number;
  /** Whether the entry has no local header of its own but that of the first entry. */
  shared: boolean;
  /** How often the directory lists it. */
  listed: number;
}

/** What is said of the package as a whole. */
export interface RawEnd {
  before: Uint8Array;
  after: Uint8Array;
  comment: Uint8Array;
  countBy: number;
  startBy: number;
  /** With a zip64 end record. */
  wide: boolean;
}

export function rawEntry(name: string, content: Uint8Array, deflated: boolean): RawEntry {
  const data = deflated ? deflateRawSync(content, { level: 1 }) : content;
  return {
    name: strToU8(name),
    data,
    method: deflated ? 8 : 0,
    flags: 0,
    crc: crc32(content),
    size: content.length,
    compressedSize: data.length,
    extra: new Uint8Array(),
    comment: new Uint8Array(),
    offsetBy: 0,
    shared: false,
    listed: 1,
  };
}

export function plainEnd(): RawEnd {
  const none = new Uint8Array();
  return { before: none, after: none, comment: none, countBy: 0, startBy: 0, wide: false };
}

/** A zip file as told, sound or not. */
export function rawZip(entries: readonly RawEntry[], end: RawEnd): Uint8Array {
  const pieces: Uint8Array[] = [end.before];
  let at = end.before.length;
  const put = (piece: Uint8Array): void => {
    pieces.push(piece);
    at += piece.length;
  };
  const offsets = entries.map((entry) => {
    if (entry.shared) return end.before.length;
    const offset = at;
    put(local(entry));
    put(entry.data);
    return offset;
  });
  const start = at;
  let count = 0;
  entries.forEach((entry, index) => {
    for (let left = entry.listed; left > 0; left--, count++)
      put(directory(entry, (offsets[index] ?? 0) + entry.offsetBy));
  });
  const length = at - start;
  if (end.wide) put(end64(count + end.countBy, length, start + end.startBy, at));
  put(
    record(22, [
      [0, 4, 0x06054b50],
      [8, 2, end.wide ? 0xffff : count + end.countBy],
      [10, 2, end.wide ? 0xffff : count + end.countBy],
      [12, 4, length],
      [16, 4, end.wide ? 0xffffffff : start + end.startBy],
      [20, 2, end.comment.length],
    ]),
  );
  put(end.comment);
  put(end.after);
  return concat(pieces);
}

function local({ name, method, flags, crc, size, compressedSize, extra }: RawEntry): Uint8Array {
  const head = record(30, [
    [0, 4, 0x04034b50],
    [4, 2, 20],
    [6, 2, flags],
    [8, 2, method],
    [14, 4, crc],
    [18, 4, compressedSize],
    [22, 4, size],
    [26, 2, name.length],
    [28, 2, extra.length],
  ]);
  return concat([head, name, extra]);
}

function directory(
  { name, method, flags, crc, size, compressedSize, extra, comment }: RawEntry,
  offset: number,
): Uint8Array {
  const head = record(46, [
    [0, 4, 0x02014b50],
    [4, 2, 20],
    [6, 2, 20],
    [8, 2, flags],
    [10, 2, method],
    [16, 4, crc],
    [20, 4, compressedSize],
    [24, 4, size],
    [28, 2, name.length],
    [30, 2, extra.length],
    [32, 2, comment.length],
    [42, 4, offset],
  ]);
  return concat([head, name, extra, comment]);
}

function end64(count: number, length: number, start: number, at: number): Uint8Array {
  const end = record(56, [
    [0, 4, 0x06064b50],
    [4, 8, 44],
    [24, 8, count],
    [32, 8, count],
    [40, 8, length],
    [48, 8, start],
  ]);
  return concat([
    end,
    record(20, [
      [0, 4, 0x07064b50],
      [8, 8, at],
      [16, 4, 1],
    ]),
  ]);
}

/** Little-endian fields: offset, bytes, value. */
export function record(
  length: number,
  fields: readonly (readonly [at: number, bytes: 2 | 4 | 8, value: number])[],
): Uint8Array {
  const bytes = new Uint8Array(length);
  const view = new DataView(bytes.buffer);
  for (const [at, size, value] of fields) {
    if (size === 2) view.setUint16(at, value, true);
    else if (size === 4) view.setUint32(at, value, true);
    else view.setBigInt64(at, BigInt(value), true);
  }
  return bytes;
}

export function concat(pieces: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}
