import { z } from "zod";
import { pathText, type Step } from "./defect";
import { messages, type FieldNames } from "./messages";
import { nearest } from "./nearest";

/** What a schema says against data; `at` is the place. */
export interface DataDefect {
  readonly at: readonly Step[];
  readonly message: string;
}

type Issue = z.core.$ZodIssue;

/** The data as the schema makes it, or everything that is wrong with it. `names`: of fields, where it is no file of a family. */
export function parseData<T>(
  schema: z.ZodType<T>,
  data: unknown,
  names?: FieldNames,
): { readonly value: T } | { readonly defects: readonly DataDefect[] } {
  const result = schema.safeParse(data);
  if (result.success) return { value: result.data };
  const context: Context = { keys: keysOf(schema), names };
  const defects = result.error.issues.flatMap((issue) => defectsOf(issue, [], data, context));
  return { defects: withoutMisspelt(defects) };
}

/** A misspelt key is one mistake, though its proper spelling is then missing. */
function withoutMisspelt(defects: readonly SchemaDefect[]): DataDefect[] {
  const meant = new Set(defects.flatMap(({ meant }) => (meant === undefined ? [] : [pathText(meant)])));
  return defects.filter(({ at }) => !meant.has(pathText(at)));
}

/** `meant`: the place that a misspelt key should have been. */
interface SchemaDefect extends DataDefect {
  readonly meant?: readonly Step[];
}

interface Context {
  readonly keys: KeysAt;
  readonly names: FieldNames | undefined;
}

function defectsOf(issue: Issue, base: readonly Step[], data: unknown, context: Context): SchemaDefect[] {
  const { keys, names } = context;
  const at = [...base, ...issue.path.map((step) => (typeof step === "number" ? step : String(step)))];
  const given = valueAt(data, at);
  switch (issue.code) {
    case "unrecognized_keys": {
      const allowed = keys(at);
      const present = Object.keys(isObject(given) ? given : {});
      return issue.keys.map((key) => {
        const near = nearest(
          key,
          allowed.filter((candidate) => !present.includes(candidate)),
        );
        const [best] = near;
        return {
          at: [...at, key],
          message: messages.unknownKey(key, near, allowed, names),
          ...(best === undefined ? {} : { meant: [...at, best] }),
        };
      });
    }
    case "invalid_type":
      return [
        {
          at,
          message:
            given === undefined
              ? missing(at, issue.expected, names)
              : messages.wrongKind(given, [issue.expected]),
        },
      ];
    case "invalid_value": {
      const allowed = issue.values.map(String);
      const field = at.at(-1);
      if (given === undefined && typeof field === "string")
        return [{ at, message: messages.missingChoice(field, allowed, names) }];
      const near = typeof given === "string" ? nearest(given, allowed) : [];
      return [{ at, message: messages.unknownValue(given, near, allowed) }];
    }
    case "too_small":
      return [{ at, message: issue.origin === "array" ? messages.emptyList : messages.empty }];
    case "invalid_format":
      return [{ at, message: messages.badId(given) }];
    case "invalid_union":
      return unionDefects(issue.errors, at, data, context);
    case "custom":
      return [{ at, message: issue.message }];
    default:
      return [{ at, message: messages.other }];
  }
}

function missing(at: readonly Step[], expected: string, names: FieldNames | undefined): string {
  const field = at.at(-1);
  return typeof field === "string"
    ? messages.missing(field, expected, names)
    : messages.missingItem(expected);
}

/** Of the ways something may be written, the one that was meant: the one whose defects lie deepest. */
function unionDefects(
  branches: readonly (readonly Issue[])[],
  at: readonly Step[],
  data: unknown,
  context: Context,
): SchemaDefect[] {
  const kinds = branches.map(([issue]) =>
    issue?.code === "invalid_type" && issue.path.length === 0 ? issue.expected : null,
  );
  const meant = branches.filter((_branch, index) => kinds[index] === null);
  const [closest] = [...meant].sort((a, b) => depthOf(b) - depthOf(a) || a.length - b.length);
  if (closest !== undefined) return closest.flatMap((issue) => defectsOf(issue, at, data, context));
  return [
    {
      at,
      message: messages.wrongKind(
        valueAt(data, at),
        kinds.filter((kind) => kind !== null),
      ),
    },
  ];
}

function depthOf(issues: readonly Issue[]): number {
  return Math.max(...issues.map(({ path }) => path.length));
}

/** Keys that may stand at a place. */
type KeysAt = (at: readonly Step[]) => readonly string[];

type Description = z.core.JSONSchema.BaseSchema;

function keysOf(schema: z.ZodType): KeysAt {
  let description: Description | null = null;
  return (at) => {
    description ??= z.toJSONSchema(schema, { io: "input", unrepresentable: "any" });
    const here = at.reduce<readonly Description[]>(
      (parts, step) => parts.flatMap((part) => childrenAt(part, step)),
      alternatives(description),
    );
    return [...new Set(here.flatMap(({ properties }) => Object.keys(properties ?? {})))];
  };
}

function childrenAt({ properties, items }: Description, step: Step): readonly Description[] {
  const child = typeof step === "number" ? items : properties?.[step];
  return typeof child === "object" && !Array.isArray(child) ? alternatives(child as Description) : [];
}

function alternatives(description: Description): readonly Description[] {
  const choices = [...(description.anyOf ?? []), ...(description.oneOf ?? [])];
  return choices.length === 0
    ? [description]
    : choices.flatMap((choice) => alternatives(choice as Description));
}

function valueAt(data: unknown, at: readonly Step[]): unknown {
  return at.reduce<unknown>((value, step) => {
    if (Array.isArray(value)) return typeof step === "number" ? (value as unknown[])[step] : undefined;
    return isObject(value) ? value[String(step)] : undefined;
  }, data);
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
