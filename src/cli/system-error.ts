import { types } from "node:util";

/** The code of a system's error (“ENOENT”); null for any other error. */
export function systemCode(error: unknown): string | null {
  return types.isNativeError(error) && "code" in error && typeof error.code === "string" ? error.code : null;
}
