import { FILE_KIND } from "./messages";
import { ReadProblem } from "./problem";

const ZIP = [0x50, 0x4b];
const COMPOUND_FILE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const DIRECTORY_ENTRY = 128;

/** First bytes of files that are no workbooks but are taken for one. */
const SIGNATURES: readonly { readonly bytes: readonly number[]; readonly kind: string }[] = [
  { bytes: [0x25, 0x50, 0x44, 0x46], kind: FILE_KIND.pdf },
  { bytes: [0x89, 0x50, 0x4e, 0x47], kind: FILE_KIND.image },
  { bytes: [0xff, 0xd8, 0xff], kind: FILE_KIND.image },
  { bytes: [0x47, 0x49, 0x46, 0x38], kind: FILE_KIND.image },
  { bytes: [0x42, 0x4d], kind: FILE_KIND.image },
  { bytes: [0x52, 0x61, 0x72, 0x21], kind: FILE_KIND.archive },
  { bytes: [0x37, 0x7a, 0xbc, 0xaf], kind: FILE_KIND.archive },
  { bytes: [0x1f, 0x8b], kind: FILE_KIND.archive },
];

/** BIFF 2–4 worksheets stand without a container: record 0x0009, 0x0209 or 0x0409, of 4 or 6 bytes. */
const BARE_BIFF = [
  [0x09, 0x00, 0x04, 0x00],
  [0x09, 0x02, 0x06, 0x00],
  [0x09, 0x04, 0x06, 0x00],
];

/**
 * Accepts bytes that begin as a zip package.
 * @param name file name, to tell .et from .xls.
 * @throws ReadProblem naming the kind of file it is instead.
 */
export function requireZip(bytes: Uint8Array, name: string): void {
  if (bytes.length === 0) throw new ReadProblem("empty");
  if (startsWith(bytes, ZIP)) return;
  if (startsWith(bytes, COMPOUND_FILE)) throw compoundFileProblem(bytes, name);
  if (BARE_BIFF.some((start) => startsWith(bytes, start))) throw new ReadProblem("old-format");
  const known = SIGNATURES.find((signature) => startsWith(bytes, signature.bytes));
  if (known !== undefined) throw new ReadProblem("not-workbook", { kind: known.kind });
  throw textProblem(bytes);
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}

/** Old Office files, and encrypted new ones, are compound files ([MS-CFB]); the names of their streams tell which. */
function compoundFileProblem(bytes: Uint8Array, name: string): ReadProblem {
  const streams = streamNames(bytes);
  if (streams.has("EncryptedPackage")) return new ReadProblem("encrypted");
  if (streams.has("WordDocument")) return new ReadProblem("not-workbook", { kind: FILE_KIND.word });
  if (streams.has("PowerPoint Document")) {
    return new ReadProblem("not-workbook", { kind: FILE_KIND.powerpoint });
  }
  if (streams.has("Workbook") || streams.has("Book")) {
    return new ReadProblem("old-format", { kind: /\.ett?$/i.test(name) ? FILE_KIND.et : FILE_KIND.xls });
  }
  return new ReadProblem("not-workbook", { kind: FILE_KIND.other });
}

/**
 * Names in the directory of a compound file. Directory entries are 128 bytes, aligned, and begin with a UTF-16 name of
 * at most 31 characters whose length in bytes (with its closing NUL) stands at offset 64: no need to follow the chains.
 */
function streamNames(bytes: Uint8Array): ReadonlySet<string> {
  const wanted = new Set(["EncryptedPackage", "WordDocument", "PowerPoint Document", "Workbook", "Book"]);
  const found = new Set<string>();
  const utf16 = new TextDecoder("utf-16le");
  for (let at = 4 * DIRECTORY_ENTRY; at + DIRECTORY_ENTRY <= bytes.length; at += DIRECTORY_ENTRY) {
    const length = (bytes[at + 64] ?? 0) + 256 * (bytes[at + 65] ?? 0) - 2;
    if (length < 8 || length > 62) continue;
    const name = utf16.decode(bytes.subarray(at, at + length));
    if (wanted.has(name)) found.add(name);
  }
  return found;
}

function textProblem(bytes: Uint8Array): ReadProblem {
  const head = bytes.subarray(0, 4096);
  const text = new TextDecoder(bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : "utf-8").decode(head);
  if (/urn:schemas-microsoft-com:office:spreadsheet/.test(text)) {
    return new ReadProblem("old-format", { kind: FILE_KIND.xml2003 });
  }
  // Many budget systems export web pages under the name .xls.
  if (/<table\b|urn:schemas-microsoft-com:office:excel/i.test(text)) {
    return new ReadProblem("old-format", { kind: FILE_KIND.htmlTable });
  }
  if (/^\s*(?:<!doctype html|<html)/i.test(text)) {
    return new ReadProblem("not-workbook", { kind: FILE_KIND.html });
  }
  if (/^\s*<\?xml/.test(text)) return new ReadProblem("not-workbook", { kind: FILE_KIND.xml });
  const isText = text.length > 0 && !text.includes("\0");
  return new ReadProblem("not-workbook", { kind: isText ? FILE_KIND.text : FILE_KIND.other });
}
