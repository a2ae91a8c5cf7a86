/** Messages of the client library's bridge, as excel-win32-16.01.js sends and expects them. */

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

export const MESSAGE_TYPE = { request: 1, generic: 3 } as const;

/** The library's envelope. Type 1 asks for an answer with the same id. */
export interface BridgeMessage {
  readonly id: number;
  readonly type: number;
  readonly message: { readonly body?: RequestBody };
}

export interface RequestBody {
  readonly AutoKeepReference?: boolean;
  readonly Actions: readonly ActionInfo[];
  readonly ObjectPaths: Readonly<Record<string, ObjectPathInfo>>;
}

export const PATH = {
  root: 1,
  newObject: 2,
  method: 3,
  property: 4,
  indexer: 5,
  reference: 6,
  nullObject: 7,
} as const;

export interface ObjectPathInfo {
  readonly Id: number;
  readonly ObjectPathType: number;
  /** Type name, method, property or reference id. */
  readonly Name: string;
  readonly ParentObjectPathId?: number;
  readonly ArgumentInfo?: ArgumentInfo;
}

/** An argument that is an object stands as its path id in both lists; elsewhere the second list has 0. */
export interface ArgumentInfo {
  readonly Arguments?: readonly Json[];
  readonly ReferencedObjectPathIds?: readonly (number | readonly number[])[];
}

export const ACTION = {
  instantiate: 1,
  query: 2,
  method: 3,
  setProperty: 4,
  trace: 5,
} as const;

export interface ActionInfo {
  readonly Id: number;
  readonly ActionType: number;
  readonly Name: string;
  readonly ObjectPathId: number;
  readonly ArgumentInfo?: ArgumentInfo;
  readonly QueryInfo?: QueryInfo;
}

/** Paths of properties in the client's spelling (`name`, `protection/protected`); none at all means all scalars. */
export interface QueryInfo {
  readonly Select?: readonly string[];
  readonly Expand?: readonly string[];
  readonly Top?: number;
  readonly Skip?: number;
}

export interface ActionResult {
  readonly ActionId: number;
  readonly Value: Json;
}

export type ResponseBody =
  | { readonly Results: readonly ActionResult[]; readonly TraceIds: readonly number[] }
  | {
      readonly Error: {
        readonly Code: string;
        readonly Message: string;
        readonly HttpStatusCode: number;
        /** “Range.values”: what the failing statement addressed. */
        readonly Location: string;
        /** Of the failing statement, −1 where the request as a whole was refused. */
        readonly ActionIndex: number;
      };
      readonly TraceIds: readonly number[];
    };
