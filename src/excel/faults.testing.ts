import type { WorkbookSnapshot } from "../core/workbook/snapshot";
import { ExcelBridge } from "../workbench/host/bridge";
import { loadOfficeJs } from "../workbench/host/load-office-js.node";
import { MemoryWorkbook, type MemoryWorkbookOptions } from "../workbench/host/memory-workbook";
import type { RequestBody } from "../workbench/host/protocol";
import type { OpenWorkbook } from "../workbench/host/testing";

/** What becomes of one request to Excel. */
export type Fate =
  /** Never arrives; the client is told that the connection is lost. */
  | { readonly kind: "lost before" }
  /** Is carried out, but the answer gets lost. */
  | { readonly kind: "lost after" }
  /** Is refused as a whole. */
  | { readonly kind: "refused"; readonly code: string }
  /** Fails at that statement; what stands before it is done. */
  | { readonly kind: "cut"; readonly at: number }
  /** Is carried out, and answered late. */
  | { readonly kind: "late" }
  /** Arrives after the user has done something. */
  | { readonly kind: "overtaken"; readonly by: (book: OpenWorkbook) => void }
  /** Is, or is not, carried out; nobody is there any more to hear an answer. */
  | { readonly kind: "unheard"; readonly done: boolean };

/** What happens on the wire between the client library and Excel; may be changed at any time. */
export interface Faults {
  /** Of the nth request, counted from 1; null or nothing for a good end. */
  fate?: ((request: number) => Fate | null) | undefined;
  /** Number of statements of every request that was sent, oldest first. */
  statements?: number[];
}

/** One client library for all workbooks of a test file: loading it is most of the work. */
const board = {
  sendMessageToHost: (_text: string): void => undefined,
  onMessageFromHost: null as Deliver | null,
};
type Deliver = (text: string) => void;
let library: ReturnType<typeof loadOfficeJs> | null = null;

/** Opens a workbook in the place of the one before, which nobody must be using any more. */
export function openWithFaults(
  content: WorkbookSnapshot,
  options: MemoryWorkbookOptions,
  faults: Faults,
): OpenWorkbook {
  const model = new MemoryWorkbook(content, options);
  const bridge = new ExcelBridge(model);
  library ??= loadOfficeJs(board as ExcelBridge);
  const { Excel, Office, OfficeExtension, CustomFunctions } = library;
  const book = { model, bridge, Excel, Office, OfficeExtension, CustomFunctions };
  const muted = new Set<number>();
  bridge.onMessageFromHost = (text) => {
    if (!muted.has((JSON.parse(text) as { id: number }).id)) board.onMessageFromHost?.(text);
  };
  board.sendMessageToHost = (text) => transmit(book, text, muted, faults);
  return book;
}

function transmit(book: OpenWorkbook, text: string, muted: Set<number>, faults: Faults): void {
  const send = book.bridge.sendMessageToHost;
  const message = JSON.parse(text) as { id: number; message: { body?: RequestBody } };
  const { id } = message;
  const { body } = message.message;
  if (body === undefined) {
    send(text);
    return;
  }
  const sent = (faults.statements ??= []);
  sent.push(body.Actions.length);
  const answer = (content: object): void => {
    muted.add(id);
    const reply = { statusCode: "error" in content ? 0 : 200, headers: {}, body: JSON.stringify(content) };
    setTimeout(() => board.onMessageFromHost?.(JSON.stringify({ id, type: 1, message: reply })), 0);
  };
  const end = faults.fate?.(sent.length);
  switch (end?.kind) {
    case undefined:
      send(text);
      break;
    case "lost before":
      answer({ error: { code: "ConnectionFailure" } });
      break;
    case "lost after":
      answer({ error: { code: "ConnectionFailure" } });
      send(text);
      break;
    case "refused":
      answer(refusal(end.code, -1));
      break;
    case "cut": {
      answer(refusal("GeneralException", end.at));
      const done = { ...body, Actions: body.Actions.slice(0, end.at) };
      send(JSON.stringify({ ...message, message: { ...message.message, body: done } }));
      break;
    }
    case "late":
      setTimeout(() => send(text), 5);
      break;
    case "overtaken":
      end.by(book);
      send(text);
      break;
    case "unheard":
      muted.add(id);
      if (end.done) send(text);
      break;
  }
}

function refusal(code: string, index: number): object {
  const error = { Code: code, Message: code, HttpStatusCode: 500, Location: "", ActionIndex: index };
  return { Error: error, TraceIds: [] };
}

/** All that a workbook holds, with our marks and without them. */
export interface State {
  readonly all: string;
  readonly bare: string;
}

export function stateOf(book: OpenWorkbook): State {
  return { all: contentOf(book, true), bare: contentOf(book, false) };
}

/**
 * Contents, formats, what is kept with it, in a form to be compared; not which cell is selected, and no id that a host
 * gives.
 */
function contentOf({ model }: OpenWorkbook, marks: boolean): string {
  const sheets = model.sheets().map((sheet) => {
    const used = sheet.usedRange(false) ?? { top: 0, bottom: 0, left: 0, right: 0 };
    const rows = Array.from({ length: used.bottom + 2 }, (_, row) => row);
    const columns = Array.from({ length: used.right + 2 }, (_, column) => column);
    return {
      name: sheet.name,
      visibility: sheet.visibility,
      protected: sheet.protected,
      tabColor: sheet.tabColor,
      used,
      values: sheet.values(used),
      texts: sheet.texts(used),
      formulas: sheet.formulas(used),
      numberFormats: sheet.numberFormats(used),
      formats: rows.map((row) => columns.map((column) => sheet.cellFormat(row, column))),
      merges: sheet.merges(),
      heights: rows.map((row) => [sheet.rowHeight(row), sheet.isRowHidden(row)]),
      widths: columns.map((column) => [sheet.columnWidth(column), sheet.isColumnHidden(column)]),
      conditional: sheet
        .conditionalFormats()
        .filter(({ formula }) => marks || !formula.startsWith('=N("gouji-mark'))
        .map(({ id: _id, ...format }) => format),
      frozenRows: sheet.frozenRows,
      page: sheet.pageSetup,
      dropDowns: sheet.dropDowns,
    };
  });
  return JSON.stringify({
    sheets,
    parts: model
      .customXmlParts()
      .map(({ xml }) => xml)
      .sort(),
    names: model.names(),
    settings: [...model.settings()],
    calculation: model.calculationMode,
  });
}
