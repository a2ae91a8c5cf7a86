/** Files whose JSDoc tags describe custom functions, from the project's root. */
export const FUNCTION_SOURCES: readonly string[] = ["src/functions/functions.ts"];
