import { notCovered } from "./object-type";
import type { HostObject } from "./object-type";
import type { Json, QueryInfo } from "./protocol";

/** Selected properties as a tree: `name,protection/protected` → name, protection ▸ protected. */
type Selection = Map<string, Selection>;

type MutableJson = Record<string, Json>;

/** The answer to `load`: values under PascalCase names, a collection as `_Items`, a null object as `null`. */
export function answerQuery(object: HostObject | null, query: QueryInfo): Json {
  if (object === null) return null;
  const selection: Selection = new Map();
  for (const path of [...(query.Select ?? []), ...(query.Expand ?? [])]) plant(selection, path);
  return select(object, selection, query.Skip ?? 0, query.Top ?? Number.POSITIVE_INFINITY);
}

function plant(selection: Selection, path: string): void {
  let branch = selection;
  for (const step of path.split(/[/.]/)) {
    const name = step === "*" ? step : step.slice(0, 1).toUpperCase() + step.slice(1);
    let next = branch.get(name);
    if (next === undefined) branch.set(name, (next = new Map()));
    branch = next;
  }
}

function select(object: HostObject, selection: Selection, skip = 0, top = Number.POSITIVE_INFINITY): Json {
  const items = object.items();
  if (items === null) return properties(object, selection);
  const own: Selection = new Map();
  const ofItems: Selection = new Map();
  for (const [name, branch] of selection) {
    (object.hasScalar(name) || object.hasNavigation(name) ? own : ofItems).set(name, branch);
  }
  return {
    ...(own.size > 0 ? properties(object, own) : object.identity()),
    _Items: items.slice(skip, skip + top).map((item) => select(item, ofItems)),
  };
}

function properties(object: HostObject, selection: Selection): MutableJson {
  const answer: MutableJson = { ...object.identity() };
  if (selection.size === 0) readScalars(object, answer);
  for (const [name, branch] of selection) {
    if (name === "*") {
      readScalars(object, answer);
    } else if (object.hasScalar(name)) {
      answer[name] = object.get(name);
    } else if (object.hasNavigation(name)) {
      const child = object.navigate(name);
      answer[name] = child === null ? null : select(child, branch);
    } else {
      throw notCovered(object.type.name, name);
    }
  }
  return answer;
}

function readScalars(object: HostObject, answer: MutableJson): void {
  for (const name of object.scalarNames()) answer[name] = object.get(name);
}
