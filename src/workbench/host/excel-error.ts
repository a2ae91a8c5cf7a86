/** Errors this host can answer with: Excel's code, Excel's message, and the HTTP status the client library reports. */
const ERRORS = {
  AccessDenied: [403, "You cannot perform the requested operation."],
  ApiNotFound: [404, "The API you are trying to use could not be found."],
  GeneralException: [500, "There was an internal error while processing the request."],
  InvalidArgument: [400, "The argument is invalid or missing or has an incorrect format."],
  InvalidOperation: [400, "The operation attempted is invalid on the object."],
  InvalidReference: [400, "This reference is not valid for the current operation."],
  ItemAlreadyExists: [409, "The resource being created already exists."],
  ItemNotFound: [404, "The requested resource doesn't exist."],
  RangeExceedsLimit: [400, "The cell count in the range has exceeded the maximum supported number."],
  RequestPayloadSizeLimitExceeded: [413, "The request payload size has exceeded the limit."],
  ResponsePayloadSizeLimitExceeded: [413, "The response payload size has exceeded the limit."],
} as const satisfies Record<string, readonly [number, string]>;

export type ExcelErrorCode = keyof typeof ERRORS;

export const EXCEL_ERROR_CODES = Object.keys(ERRORS) as readonly ExcelErrorCode[];

/** A statement failed as it would in Excel. `detail` says more than Excel does, for the developer who reads it. */
export class ExcelError extends Error {
  override readonly name = "ExcelError";
  readonly httpStatusCode: number;

  constructor(
    readonly code: ExcelErrorCode,
    detail?: string,
  ) {
    const [status, message] = ERRORS[code];
    super(detail === undefined ? message : `${message} (${detail})`);
    this.httpStatusCode = status;
  }
}

/** Anything thrown, as Excel would report it. */
export function toExcelError(thrown: unknown): ExcelError {
  if (thrown instanceof ExcelError) return thrown;
  return new ExcelError("GeneralException", thrown instanceof Error ? thrown.message : String(thrown));
}
