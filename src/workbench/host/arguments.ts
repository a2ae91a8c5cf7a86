import { ExcelError } from "./excel-error";
import { HostObject } from "./object-type";
import type { ArgumentInfo, Json } from "./protocol";

/** Arguments of one call, read by position and kind; a wrong kind is `InvalidArgument`. */
export class HostArguments {
  constructor(private readonly values: readonly (Json | HostObject)[]) {}

  /** Path ids of objects become the objects; `resolve` answers `null` for a null object. */
  static read(info: ArgumentInfo | undefined, resolve: (pathId: number) => HostObject | null): HostArguments {
    const references = info?.ReferencedObjectPathIds ?? [];
    return new HostArguments(
      (info?.Arguments ?? []).map((value, index) => {
        const pathId = references[index];
        return typeof pathId === "number" && pathId > 0 ? resolve(pathId) : value;
      }),
    );
  }

  text(index: number): string {
    const value = this.values[index];
    if (typeof value !== "string") throw this.wrong(index, "a text");
    return value;
  }

  optionalText(index: number): string | null {
    return this.isMissing(index) ? null : this.text(index);
  }

  integer(index: number, fallback?: number): number {
    if (fallback !== undefined && this.isMissing(index)) return fallback;
    const value = this.values[index];
    if (typeof value !== "number" || !Number.isInteger(value)) throw this.wrong(index, "an integer");
    return value;
  }

  flag(index: number): boolean {
    return !this.isMissing(index) && this.values[index] === true;
  }

  json(index: number): Json {
    const value = this.values[index] ?? null;
    if (value instanceof HostObject) throw this.wrong(index, "a plain value");
    return value;
  }

  any(index: number): Json | HostObject {
    return this.values[index] ?? null;
  }

  private isMissing(index: number): boolean {
    const value = this.values[index];
    return value === undefined || value === null;
  }

  private wrong(index: number, expected: string): ExcelError {
    return new ExcelError("InvalidArgument", `argument ${String(index + 1)} must be ${expected}`);
  }
}
