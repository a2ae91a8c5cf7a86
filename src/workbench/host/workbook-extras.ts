import type { CustomXmlPart, DefinedName, ModelEvent, WorkbookModel } from "./model";

/** What a workbook has beside its sheets, and who listens to it: alike in every model. */
export abstract class WorkbookExtras implements Omit<
  WorkbookModel,
  "name" | "calculationMode" | "sheets" | "addSheet" | "deleteSheet" | "moveSheet" | "selection" | "select"
> {
  private defined: readonly DefinedName[] = [];
  private readonly pairs = new Map<string, unknown>();
  private parts: readonly CustomXmlPart[] = [];
  private partsMade = 0;
  private readonly listeners = new Set<(event: ModelEvent) => void>();

  /** Begins anew with these; listeners stay. @param parts documents of custom XML */
  protected setExtras(names: readonly DefinedName[], parts: readonly string[]): void {
    this.defined = names;
    this.pairs.clear();
    this.parts = parts.map((xml) => this.newPart(xml));
  }

  /** Called when a part has come, changed or gone. */
  protected abstract partsChanged(): void;

  protected announce(event: ModelEvent): void {
    for (const listener of this.listeners) listener(event);
  }

  names(): readonly DefinedName[] {
    return this.defined;
  }

  addName(name: DefinedName): void {
    this.defined = [...this.defined, name];
  }

  deleteName(name: string): void {
    this.defined = this.defined.filter((candidate) => candidate.name !== name);
  }

  settings(): ReadonlyMap<string, unknown> {
    return this.pairs;
  }

  setSetting(key: string, value: unknown): void {
    this.pairs.set(key, value);
  }

  deleteSetting(key: string): void {
    this.pairs.delete(key);
  }

  customXmlParts(): readonly CustomXmlPart[] {
    return this.parts;
  }

  addCustomXmlPart(xml: string): CustomXmlPart {
    const part = this.newPart(xml);
    this.parts = [...this.parts, part];
    this.partsChanged();
    return part;
  }

  setCustomXmlPart(id: string, xml: string): void {
    this.parts = this.parts.map((part) => (part.id === id ? { id, xml } : part));
    this.partsChanged();
  }

  deleteCustomXmlPart(id: string): void {
    this.parts = this.parts.filter((part) => part.id !== id);
    this.partsChanged();
  }

  subscribe(listener: (event: ModelEvent) => void): () => void {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  }

  private newPart(xml: string): CustomXmlPart {
    return { id: `part${String(++this.partsMade)}`, xml };
  }
}
