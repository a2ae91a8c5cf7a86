import type { HostArguments } from "./arguments";
import { ExcelError } from "./excel-error";
import type { HostContext } from "./host-context";
import type { Json } from "./protocol";

/**
 * One class of Excel's API as data. Names are the wire's: PascalCase, as the client library sends them.
 * `T` is what the host keeps for an object of the class. What a type does not list is `ApiNotFound`.
 */
export interface ObjectType<T> {
  readonly name: string;
  /** How the client finds the object again: reported whenever it meets one, e.g. `{ Id: "…" }`. */
  readonly identity?: (self: T, host: HostContext) => Readonly<Record<string, Json>>;
  /** Throws `ItemNotFound` or `InvalidReference` where the object has gone meanwhile; called before each use. */
  readonly ensureAlive?: (self: T, host: HostContext) => void;
  readonly properties?: Readonly<Record<string, Property<T>>>;
  /** Properties that are objects; `null` is a null object. */
  readonly navigation?: Readonly<Record<string, (self: T, host: HostContext) => HostObject | null>>;
  readonly methods?: Readonly<Record<string, Method<T>>>;
  /** Members of a collection. */
  readonly items?: (self: T, host: HostContext) => readonly HostObject[];
  /** The indexer of a collection; throws `ItemNotFound`. */
  readonly item?: (self: T, key: Json, host: HostContext) => HostObject;
}

export interface Property<T> {
  readonly get: (self: T, host: HostContext) => Json;
  /** Absent where the property is read-only. */
  readonly set?: (self: T, value: Json, host: HostContext) => void;
}

/** Answers an object, `null` for a null object, a plain value, or nothing. */
export type Method<T> = (self: T, args: HostArguments, host: HostContext) => HostObject | Json | undefined;

/** An object of the API, alive within the host. */
export class HostObject {
  /** Set once the client asked to keep the object beyond the batch. */
  referenceId: string | null = null;

  private constructor(
    readonly type: ObjectType<unknown>,
    private readonly self: unknown,
    private readonly host: HostContext,
  ) {}

  /** The only door: `T` is forgotten here and comes back in `as`. */
  static of<T>(type: ObjectType<T>, self: T, host: HostContext): HostObject {
    return new HostObject(type as unknown as ObjectType<unknown>, self, host);
  }

  /** What the host keeps for the object, if it is of that type; else `null`. */
  as<T>(type: ObjectType<T>): T | null {
    return this.type === (type as unknown as ObjectType<unknown>) ? (this.self as T) : null;
  }

  identity(): Readonly<Record<string, Json>> {
    const own = this.type.identity?.(this.self, this.host) ?? {};
    return this.referenceId === null ? own : { ...own, _ReferenceId: this.referenceId };
  }

  ensureAlive(): void {
    this.type.ensureAlive?.(this.self, this.host);
  }

  scalarNames(): readonly string[] {
    return Object.keys(this.type.properties ?? {});
  }

  hasScalar(name: string): boolean {
    return Object.hasOwn(this.type.properties ?? {}, name);
  }

  hasNavigation(name: string): boolean {
    return Object.hasOwn(this.type.navigation ?? {}, name);
  }

  get(name: string): Json {
    return this.member(this.type.properties, name).get(this.self, this.host);
  }

  set(name: string, value: Json): void {
    const { set } = this.member(this.type.properties, name);
    if (set === undefined) throw new ExcelError("InvalidArgument", `${this.type.name}.${name} is read-only`);
    set(this.self, value, this.host);
  }

  navigate(name: string): HostObject | null {
    return this.member(this.type.navigation, name)(this.self, this.host);
  }

  call(name: string, args: HostArguments): HostObject | Json | undefined {
    return this.member(this.type.methods, name)(this.self, args, this.host);
  }

  /** `null` for an object that is no collection. */
  items(): readonly HostObject[] | null {
    return this.type.items?.(this.self, this.host) ?? null;
  }

  item(key: Json): HostObject {
    if (this.type.item === undefined) throw notCovered(this.type.name, "getItem");
    return this.type.item(this.self, key, this.host);
  }

  private member<M>(members: Readonly<Record<string, M>> | undefined, name: string): M {
    const member = members !== undefined && Object.hasOwn(members, name) ? members[name] : undefined;
    if (member === undefined) throw notCovered(this.type.name, name);
    return member;
  }
}

export function notCovered(type: string, member: string): ExcelError {
  return new ExcelError("ApiNotFound", `this host does not cover ${type}.${member}`);
}

/** A read-only property. */
export function readOnly<T>(get: (self: T, host: HostContext) => Json): Property<T> {
  return { get };
}
