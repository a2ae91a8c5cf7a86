import { HostError } from "../core/workbook/host";
import { ERROR_SENTENCES, unknownErrorSentence } from "./messages";

/** An error of the client library, as far as this folder looks at it. */
export interface OfficeError {
  readonly code: string;
  /** What the failing statement addressed, e.g. “Range.getMergedAreasOrNullObject”. */
  readonly location: string;
}

/** `null` for anything the client library did not throw: a defect of ours, or a HostError. */
export function officeErrorOf(thrown: unknown): OfficeError | null {
  if (!(thrown instanceof Error) || thrown instanceof HostError) return null;
  const { code, debugInfo } = thrown as { code?: unknown; debugInfo?: { errorLocation?: unknown } };
  if (typeof code !== "string" || debugInfo === undefined) return null;
  const location = debugInfo.errorLocation;
  return { code, location: typeof location === "string" ? location : "" };
}

/** The one place where errors of Office.js become Chinese sentences; anything else passes as it is. */
export function toHostError(thrown: unknown): unknown {
  const error = officeErrorOf(thrown);
  if (error === null) return thrown;
  return new HostError(ERROR_SENTENCES[error.code] ?? unknownErrorSentence(error.code), { cause: thrown });
}
