/** CRC-32 of zip files (polynomial 0xEDB88320), four bytes at a time: a flipped bit must not become another amount. */
const TABLES = makeTables();

function makeTables(): readonly [Int32Array, Int32Array, Int32Array, Int32Array] {
  const tables = [
    new Int32Array(256),
    new Int32Array(256),
    new Int32Array(256),
    new Int32Array(256),
  ] as const;
  for (let byte = 0; byte < 256; byte++) {
    let crc = byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc & 1) === 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
    tables[0][byte] = crc;
  }
  for (let table = 1; table < 4; table++) {
    for (let byte = 0; byte < 256; byte++) {
      const before = tables[table - 1]?.[byte] ?? 0;
      (tables[table] ?? tables[0])[byte] = (before >>> 8) ^ (tables[0][before & 255] ?? 0);
    }
  }
  return tables;
}

/** Carries `crc` (0 to begin with) over `bytes`; the result is unsigned. */
export function crc32(bytes: Uint8Array, crc = 0): number {
  const [t0, t1, t2, t3] = TABLES;
  const words = bytes.length - (bytes.length % 4);
  let c = ~crc;
  let i = 0;
  // Indices are in range by construction; `| 0` stands for the undefined the compiler has to assume.
  for (; i < words; i += 4) {
    c ^= (bytes[i] as number) | ((bytes[i + 1] as number) << 8);
    c ^= ((bytes[i + 2] as number) << 16) | ((bytes[i + 3] as number) << 24);
    c =
      (t3[c & 255] as number) ^
      (t2[(c >>> 8) & 255] as number) ^
      (t1[(c >>> 16) & 255] as number) ^
      (t0[c >>> 24] as number);
  }
  for (; i < bytes.length; i++) c = (c >>> 8) ^ (t0[(c ^ (bytes[i] as number)) & 255] as number);
  return ~c >>> 0;
}
