import { readXlsx } from "../../src/xlsx";
import { buildXlsx } from "./package-builder";

const END = 22;
const UNKNOWN = 0xffffffff;

/** Writes sizes and offsets of a package the zip64 way, as some streaming writers do even for small files. */
function toZip64(plain: Uint8Array): Uint8Array {
  const view = new DataView(plain.buffer, plain.byteOffset, plain.length);
  const end = plain.length - END;
  const start = view.getUint32(end + 16, true);
  const pieces: Uint8Array[] = [plain.subarray(0, start)];
  let count = 0;
  for (let at = start; at < end; count++) {
    const length = 46 + view.getUint16(at + 28, true);
    const entry = plain.slice(at, at + length);
    const fields = new DataView(entry.buffer);
    const extra = new DataView(new ArrayBuffer(28));
    extra.setUint16(0, 1, true);
    extra.setUint16(2, 24, true);
    for (const [index, field] of [24, 20, 42].entries()) {
      extra.setBigUint64(4 + 8 * index, BigInt(fields.getUint32(field, true)), true);
      fields.setUint32(field, UNKNOWN, true);
    }
    at += length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    fields.setUint16(30, 28, true);
    fields.setUint16(32, 0, true);
    pieces.push(entry, new Uint8Array(extra.buffer));
  }
  const record = pieces.reduce((sum, piece) => sum + piece.length, 0);
  const tail = new DataView(new ArrayBuffer(56 + 20 + END));
  tail.setUint32(0, 0x06064b50, true);
  tail.setBigUint64(32, BigInt(count), true);
  tail.setBigUint64(48, BigInt(start), true);
  tail.setUint32(56, 0x07064b50, true);
  tail.setBigUint64(64, BigInt(record), true);
  tail.setUint32(76, 0x06054b50, true);
  tail.setUint16(76 + 10, 0xffff, true);
  tail.setUint32(76 + 16, UNKNOWN, true);
  return new Uint8Array(Buffer.concat([...pieces, new Uint8Array(tail.buffer)]));
}

test("zip64 packages", () => {
  const plain = buildXlsx([{ name: "表", xml: "<sheetData><row><c><v>1.5</v></c></row></sheetData>" }]);
  expect(readXlsx(toZip64(plain), "a.xlsx")).toEqual(readXlsx(plain, "a.xlsx"));
});
