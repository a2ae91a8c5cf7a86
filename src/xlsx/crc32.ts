/** Bytes taken at a time. */
const SLICES = 8;
const TABLES = makeTables();

/** Table `n` at `256 × n`: what a byte does to the sum when `n` more bytes follow it. */
function makeTables(): Int32Array {
  const tables = new Int32Array(256 * SLICES);
  for (let byte = 0; byte < 256; byte++) {
    let crc = byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc & 1) === 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
    tables[byte] = crc;
  }
  for (let at = 256; at < tables.length; at++) {
    const before = tables[at - 256] as number;
    tables[at] = (before >>> 8) ^ (tables[before & 255] as number);
  }
  return tables;
}

/** Processors of all hosts put the low byte of a word first; a view of words then reads four bytes at once. */
const LOW_BYTE_FIRST = new Uint8Array(Int32Array.of(1).buffer)[0] === 1;

/** CRC-32 of zip files (polynomial 0xEDB88320): a flipped bit must not become another amount. Carries `crc` (0 to begin with) over `bytes`; the result is unsigned. */
export function crc32(bytes: Uint8Array, crc = 0): number {
  const t = TABLES;
  let c = ~crc;
  let i = 0;
  if (LOW_BYTE_FIRST && bytes.byteOffset % 4 === 0) {
    const words = new Int32Array(bytes.buffer, bytes.byteOffset, bytes.length >> 2);
    const end = words.length & ~1;
    // Indices are in range by construction; the compiler has to assume that they are not.
    for (let at = 0; at < end; at += 2) {
      const a = c ^ (words[at] as number);
      const b = words[at + 1] as number;
      c =
        (t[0x700 | (a & 255)] as number) ^
        (t[0x600 | ((a >>> 8) & 255)] as number) ^
        (t[0x500 | ((a >>> 16) & 255)] as number) ^
        (t[0x400 | (a >>> 24)] as number) ^
        (t[0x300 | (b & 255)] as number) ^
        (t[0x200 | ((b >>> 8) & 255)] as number) ^
        (t[0x100 | ((b >>> 16) & 255)] as number) ^
        (t[b >>> 24] as number);
    }
    i = end * 4;
  }
  for (; i < bytes.length; i++) c = (c >>> 8) ^ (t[(c ^ (bytes[i] as number)) & 255] as number);
  return ~c >>> 0;
}
