import { crc32 } from "./crc32";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

test("check values of the standard", () => {
  expect(crc32(bytes("123456789"))).toBe(0xcbf43926);
  expect(crc32(bytes(""))).toBe(0);
});

test("goes on from piece to piece", () => {
  expect(crc32(bytes("6789"), crc32(bytes("12345")))).toBe(0xcbf43926);
});
