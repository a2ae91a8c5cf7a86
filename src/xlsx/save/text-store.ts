import { encodeXstring, escapeText } from "./xml-escape";
import { XmlEdit } from "./xml-edit";
import { attributesOf, childrenOf, type XmlElement } from "./xml-source";

/**
 * Where texts of cells go. A file with a shared string table gets new ones appended there: that is how Excel and WPS
 * write, and every reader knows it, also the importers of reporting systems that skip inline strings. A file without
 * one comes from a tool that writes inline strings, and stays as it is: one part is touched, and all programs open it.
 */
export interface TextStore {
  /** Type and content of a cell (`<c t="…">…</c>`) that has this text. */
  cell(text: string, prefix: string): { readonly type: string; readonly inner: string };
  /** Whether a shared text has runs of different formats. */
  isRich(index: number): boolean;
  /** The table with the new texts; null where there is none. */
  finish(): string | null;
}

export const INLINE_TEXTS: TextStore = {
  cell: (text, p) => ({ type: "inlineStr", inner: `<${p}is>${textElement(text, p)}</${p}is>` }),
  isRich: () => false,
  finish: () => null,
};

export function sharedTexts(xml: string): TextStore {
  const edit = new XmlEdit(xml);
  const { root } = edit;
  const there = edit.children().filter(({ name }) => name === "si");
  const added = new Map<string, number>();
  let uses = 0;
  return {
    cell(text, p) {
      uses++;
      const index = added.get(text) ?? there.length + added.size;
      added.set(text, index);
      return { type: "s", inner: `<${p}v>${String(index)}</${p}v>` };
    },
    isRich(index) {
      const item = there[index];
      return item !== undefined && hasRuns(xml, item);
    },
    finish() {
      if (added.size === 0) return xml;
      const p = root.prefix;
      const items = [...added.keys()].map((text) => `<${p}si>${textElement(text, p)}</${p}si>`).join("");
      const counts = { count: sum("count", uses), uniqueCount: sum("uniqueCount", added.size) };
      const last = there.at(-1);
      if (last === undefined) edit.append(root, items, counts);
      else {
        // Extensions stand behind the texts.
        edit.setAttributes(root, counts);
        edit.insert(last.end, items);
      }
      return edit.finish();
    },
  };

  /** Both counts are optional, and left out where they were. */
  function sum(name: string, more: number): string | null {
    const value = attributesOf(xml, root).get(name);
    return value === undefined ? null : String(Number(value) + more);
  }
}

/** `<is>` or `<si>` with runs. */
export function hasRuns(xml: string, item: XmlElement): boolean {
  return childrenOf(xml, item).some(({ name }) => name === "r");
}

function textElement(text: string, p: string): string {
  const space = /^\s|\s$|\n/.test(text) ? ' xml:space="preserve"' : "";
  return `<${p}t${space}>${escapeText(encodeXstring(text))}</${p}t>`;
}
