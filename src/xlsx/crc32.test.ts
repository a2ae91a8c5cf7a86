import { crc32 } from "./crc32";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

test("check values of the standard", () => {
  expect(crc32(bytes("123456789"))).toBe(0xcbf43926);
  expect(crc32(bytes(""))).toBe(0);
});

test("goes on from piece to piece", () => {
  expect(crc32(bytes("6789"), crc32(bytes("12345")))).toBe(0xcbf43926);
});

test("bytes anywhere in a buffer, of any number, bit by bit", () => {
  const all = Uint8Array.from({ length: 80 }, (_, at) => (at * 151 + 7) & 255);
  for (let start = 0; start < 9; start++) {
    for (let end = start; end <= all.length; end++) {
      expect(crc32(all.subarray(start, end))).toBe(bitByBit(all.subarray(start, end)));
    }
  }
});

function bitByBit(content: Uint8Array): number {
  let crc = -1;
  for (const byte of content) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}
