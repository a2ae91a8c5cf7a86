import { eventMethodName } from "../event-hub";
import type { ModelEvent } from "../model";
import type { Method } from "../object-type";

/** The `_Register…Event` and `_Unregister…Event` methods of an object whose events are addressed to `target`. */
export function eventMethods<T>(
  kinds: readonly ModelEvent["kind"][],
  target: (self: T) => string | null,
): Readonly<Record<string, Method<T>>> {
  const methods: Record<string, Method<T>> = {};
  for (const kind of kinds) {
    methods[eventMethodName("_Register", kind)] = (self, _args, host) => {
      host.events.register(kind, target(self));
      return undefined;
    };
    methods[eventMethodName("_Unregister", kind)] = (self, _args, host) => {
      host.events.unregister(kind, target(self));
      return undefined;
    };
  }
  return methods;
}
