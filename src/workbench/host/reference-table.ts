import { ExcelError } from "./excel-error";
import type { HostObject } from "./object-type";

/** Objects the client keeps beyond a batch (`trackedObjects`), by the id the host gave them. */
export class ReferenceTable {
  private readonly objects = new Map<string, HostObject>();
  private next = 1;

  keep(object: HostObject): void {
    if (object.referenceId !== null) return;
    object.referenceId = `ref-${String(this.next++)}`;
    this.objects.set(object.referenceId, object);
  }

  get(id: string): HostObject {
    const object = this.objects.get(id);
    if (object === undefined) throw new ExcelError("InvalidReference", id);
    return object;
  }

  release(id: string): void {
    const object = this.objects.get(id);
    if (object !== undefined) object.referenceId = null;
    this.objects.delete(id);
  }

  /** Objects kept at the moment: a client that cleans up brings it back to 0. */
  get size(): number {
    return this.objects.size;
  }
}
