import { HostArguments } from "./arguments";
import { ExcelError, toExcelError } from "./excel-error";
import type { HostContext } from "./host-context";
import { HostObject, notCovered } from "./object-type";
import { customFunctionsType } from "./objects/custom-functions";
import { workbookType } from "./objects/workbook";
import { ACTION, PATH } from "./protocol";
import type { ActionInfo, ActionResult, Json, ObjectPathInfo, RequestBody, ResponseBody } from "./protocol";
import { answerQuery } from "./query";

/** Objects the client may create by name. */
const NEW_OBJECTS: Readonly<Record<string, (host: HostContext) => HostObject>> = {
  "Microsoft.ExcelServices.CustomFunctions": (host) => HostObject.of(customFunctionsType, null, host),
};

/**
 * Runs the statements of one request in order. As in Excel, the first that fails ends the batch: what was done before
 * it stays done, what comes after it is not tried, and the answer names it.
 */
export function runBatch(body: RequestBody, host: HostContext): ResponseBody {
  const run = new BatchRun(body, host);
  const results: ActionResult[] = [];
  const traceIds: number[] = [];
  for (const [index, action] of body.Actions.entries()) {
    try {
      results.push({ ActionId: action.Id, Value: run.perform(action) });
      if (action.ActionType === ACTION.trace) traceIds.push(action.Id);
    } catch (thrown) {
      const { code, message, httpStatusCode } = toExcelError(thrown);
      return {
        Error: {
          Code: code,
          Message: message,
          HttpStatusCode: httpStatusCode,
          Location: run.location,
          ActionIndex: index,
        },
        TraceIds: traceIds,
      };
    }
  }
  return { Results: results, TraceIds: traceIds };
}

class BatchRun {
  /** What the current statement addresses, e.g. `Range.values`. */
  location = "";
  /** Each path is evaluated once; a path of a method must not run it again. */
  private readonly objects = new Map<number, HostObject | null>();

  constructor(
    private readonly body: RequestBody,
    private readonly host: HostContext,
  ) {}

  perform(action: ActionInfo): Json {
    if (action.ActionType === ACTION.trace) return null;
    const object = this.resolve(action.ObjectPathId);
    if (action.ActionType === ACTION.instantiate) return object?.identity() ?? null;
    object?.ensureAlive();
    switch (action.ActionType) {
      case ACTION.query:
        this.locate(object, "load");
        return answerQuery(object, action.QueryInfo ?? {});
      case ACTION.method:
        return this.callMethod(object, action);
      case ACTION.setProperty: {
        this.locate(object, action.Name);
        present(object).set(action.Name, this.args(action).json(0));
        return null;
      }
      default:
        throw notCovered("ClientRequestContext", `action ${String(action.ActionType)}`);
    }
  }

  private callMethod(object: HostObject | null, action: ActionInfo): Json {
    this.locate(object, action.Name);
    if (action.Name === "_KeepReference") {
      if (object !== null) this.host.references.keep(object);
      return null;
    }
    const answer = present(object).call(action.Name, this.args(action));
    return answer instanceof HostObject ? answer.identity() : (answer ?? null);
  }

  private resolve(pathId: number): HostObject | null {
    const known = this.objects.get(pathId);
    if (known !== undefined) return known;
    const path = this.body.ObjectPaths[String(pathId)];
    if (path === undefined) throw new ExcelError("InvalidReference", `object path ${String(pathId)}`);
    const object = this.evaluate(path);
    this.objects.set(pathId, object);
    return object;
  }

  private evaluate(path: ObjectPathInfo): HostObject | null {
    switch (path.ObjectPathType) {
      case PATH.root:
        return HostObject.of(workbookType, null, this.host);
      case PATH.newObject: {
        const create = NEW_OBJECTS[path.Name];
        if (create === undefined) throw notCovered(path.Name, "newObject");
        return create(this.host);
      }
      case PATH.reference:
        return this.host.references.get(path.Name);
      case PATH.nullObject:
        return null;
    }
    const parent = this.resolve(path.ParentObjectPathId ?? 0);
    // Whatever hangs on a null object is one itself, so that `…OrNullObject` can be chained.
    if (parent === null) return null;
    parent.ensureAlive();
    switch (path.ObjectPathType) {
      case PATH.property:
        this.locate(parent, path.Name);
        return parent.navigate(path.Name);
      case PATH.indexer:
        this.locate(parent, "getItem");
        return parent.item(this.args(path).json(0));
      case PATH.method: {
        this.locate(parent, path.Name);
        const answer = parent.call(path.Name, this.args(path)) ?? null;
        if (answer !== null && !(answer instanceof HostObject)) throw notCovered(parent.type.name, path.Name);
        return answer;
      }
      default:
        throw notCovered("ObjectPath", `type ${String(path.ObjectPathType)}`);
    }
  }

  private args(of: ActionInfo | ObjectPathInfo): HostArguments {
    return HostArguments.read(of.ArgumentInfo, (pathId) => this.resolve(pathId));
  }

  private locate(object: HostObject | null, member: string): void {
    this.location = `${object?.type.name ?? "null"}.${member.slice(0, 1).toLowerCase()}${member.slice(1)}`;
  }
}

function present(object: HostObject | null): HostObject {
  if (object === null) throw new ExcelError("ItemNotFound", "the object is a null object");
  return object;
}
