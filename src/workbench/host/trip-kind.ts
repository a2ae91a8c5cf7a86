import { ACTION, PATH } from "./protocol";
import type { RequestBody } from "./protocol";

/** What a batch does to the workbook: nothing but look, change it, or deliver results of custom functions. */
export type TripKind = "read" | "write" | "functions";

/** Methods that leave content and format alone; everything else is taken for a change. */
const LOOKS_ONLY = /^(Get|Find|Select$|Activate$|_)/;

export function tripKind({ Actions, ObjectPaths }: RequestBody): TripKind {
  const paths = Object.values(ObjectPaths);
  if (paths.some((path) => path.ObjectPathType === PATH.newObject)) return "functions";
  const changes =
    Actions.some(
      ({ ActionType, Name }) =>
        ActionType === ACTION.setProperty || (ActionType === ACTION.method && !LOOKS_ONLY.test(Name)),
    ) || paths.some(({ ObjectPathType, Name }) => ObjectPathType === PATH.method && !LOOKS_ONLY.test(Name));
  return changes ? "write" : "read";
}
