import { childrenOf, openTagWith, rootOf, type XmlElement } from "./xml-source";

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A part being edited: replacements are gathered and made all at once, everything else stays to the letter. */
export class XmlEdit {
  readonly root: XmlElement;
  private readonly edits: Edit[] = [];

  constructor(readonly source: string) {
    this.root = rootOf(source);
  }

  get changed(): boolean {
    return this.edits.length > 0;
  }

  children(parent: XmlElement = this.root): readonly XmlElement[] {
    return childrenOf(this.source, parent);
  }

  child(name: string, parent: XmlElement = this.root): XmlElement | undefined {
    return this.children(parent).find((child) => child.name === name);
  }

  /** Edits at one place come out in the order they were asked for. */
  insert(at: number, text: string): void {
    this.edits.push({ start: at, end: at, text });
  }

  replace({ start, end }: { readonly start: number; readonly end: number }, text: string): void {
    this.edits.push({ start, end, text });
  }

  /**
   * Puts a child of the root where the schema wants it: after the last one that belongs before it. Elements the order
   * does not know (extensions, alternatives) belong late in every part we write to, so they stay behind it.
   */
  insertInOrder(order: readonly string[], name: string, text: string): void {
    const place = order.indexOf(name);
    const before = this.children().filter((child) => {
      const index = order.indexOf(child.name);
      return index >= 0 && index < place;
    });
    const last = before.at(-1);
    if (last !== undefined) this.insert(last.end, text);
    else if (this.root.openEnd === this.root.end) this.append(this.root, text);
    else this.insert(this.root.openEnd, text);
  }

  /** Adds children at the end, opening `<a/>` up where needed; patches the parent's attributes at the same time. */
  append(parent: XmlElement, text: string, attributes: Readonly<Record<string, string | null>> = {}): void {
    const tag = openTagWith(this.source, parent, attributes);
    if (parent.openEnd === parent.end) {
      const name = parent.prefix + parent.name;
      this.replace(parent, `${tag.replace(/\s*\/>$/, ">")}${text}</${name}>`);
      return;
    }
    if (Object.keys(attributes).length > 0) this.replace({ start: parent.start, end: parent.openEnd }, tag);
    this.insert(parent.closeStart, text);
  }

  setAttributes(element: XmlElement, attributes: Readonly<Record<string, string | null>>): void {
    const { start, openEnd } = element;
    this.replace({ start, end: openEnd }, openTagWith(this.source, element, attributes));
  }

  /** @throws Error where two edits overlap: that is a mistake of ours, and must not become a broken file. */
  finish(): string {
    const edits = this.edits.map((edit, index) => ({ ...edit, index }));
    edits.sort((a, b) => a.start - b.start || a.end - a.start - (b.end - b.start) || a.index - b.index);
    const pieces: string[] = [];
    let at = 0;
    for (const { start, end, text } of edits) {
      if (start < at) throw new Error("overlapping edits");
      pieces.push(this.source.slice(at, start), text);
      at = end;
    }
    pieces.push(this.source.slice(at));
    return pieces.join("");
  }
}
