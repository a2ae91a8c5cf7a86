import type { Scope } from "../content";
import { textOfValue } from "../fill/value-text";

/** A scope as text: its items in one line, its lists below, indented. A blank shows as nothing behind the “=”. */
export function told({ items, lists }: Scope, indent = ""): string[] {
  const own = [...items].map(([name, { value }]) => `${name}=${textOfValue(value)}`);
  const below = [...lists].flatMap(([name, scopes]) =>
    scopes.flatMap((scope) => {
      const [first = "", ...rest] = told(scope, `${indent}  `);
      return [`${indent}- ${name}: ${first.trim()}`, ...rest];
    }),
  );
  return own.length === 0 && indent === "" ? below : [indent + own.join(" | "), ...below];
}
