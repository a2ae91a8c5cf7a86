import { detached } from "./detached";
import { readPart, type OpenPackage } from "./package";
import { ReadProblem } from "./problem";
import { decodeXstring } from "./xstring";

/**
 * The texts of the shared string table by index: runs of rich text joined, phonetic guides left out, spaces kept even
 * where `xml:space` is missing (leading spaces say which row is part of which).
 * @throws ReadProblem where the package names a table it does not have.
 */
export function readSharedStrings(source: OpenPackage, part: string | null): readonly string[] {
  const strings: string[] = [];
  if (part === null) return strings;
  let text = "";
  let inText = false;
  let inPhonetic = false;
  const found = readPart(source, part, {
    open(name) {
      if (name === "si") text = "";
      else if (name === "rPh") inPhonetic = true;
      else if (name === "t") inText = !inPhonetic;
    },
    close(name) {
      if (name === "si") strings.push(detached(decodeXstring(text)));
      else if (name === "rPh") inPhonetic = false;
      else if (name === "t") inText = false;
    },
    text(piece) {
      if (inText) text += piece;
    },
  });
  if (!found) throw new ReadProblem("broken-part", { part });
  return strings;
}
