import type { OpenWorkbook } from "../workbench/host/testing";
import { ExcelWorkbookHost } from "./excel-workbook-host";
import { ACTS, NEW, OPERATIONS, open, type Operation } from "./fault-operations.testing";
import { stateOf, type Fate, type Faults, type State } from "./faults.testing";

/** How a run ended: what the workbook holds, and what the tool said. */
interface End {
  readonly state: State;
  readonly said: string;
}

interface Attempt {
  readonly before?: ((book: OpenWorkbook) => void) | undefined;
  readonly after?: ((book: OpenWorkbook) => void) | undefined;
  readonly fate?: (request: number) => Fate | null;
}

/** A workbook on which everything up to the operation has been done, on a sound connection. */
async function prepare(operation: Operation) {
  const faults: Faults = {};
  const book = open(faults);
  const host = new ExcelWorkbookHost(book.Excel);
  const prepared = await operation.prepare?.(host);
  faults.statements = [];
  return { book, host, faults, run: () => operation.run(host, prepared).then(() => "done", sentence) };
}

function sentence(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}

async function attempt(operation: Operation, { before, after, fate }: Attempt = {}) {
  const { book, faults, run } = await prepare(operation);
  before?.(book);
  faults.fate = fate;
  const said = await run();
  after?.(book);
  return { state: stateOf(book), said, book, faults };
}

/** States that are as before, or as asked; what a user does meanwhile comes wholly before or wholly after. */
interface Sound {
  readonly before: State;
  readonly asked: readonly State[];
}

async function soundStates(operation: Operation, act?: (book: OpenWorkbook) => void): Promise<Sound> {
  const { book } = await prepare(operation);
  act?.(book);
  const before = stateOf(book);
  const last = await attempt(operation, { after: act });
  if (act === undefined) return { before, asked: [last.state] };
  return { before, asked: [last.state, (await attempt(operation, { before: act })).state] };
}

let injected = 0;
afterAll(() => {
  console.info(`${String(injected)} faults injected.`);
});

/**
 * Done is done; what was not done is told in a sentence for the user. Where marking fails, no mark at all is a sound end, too:
 * the user's own content is as before.
 */
function expectSound({ state, said }: End, { before, asked }: Sound): void {
  injected++;
  expect(said).toMatch(/^(?:done$|HostError: .*\p{Script=Han})/u);
  const ends = said === "done" ? asked : [before, ...asked];
  const isUnmarked = said !== "done" && state.all === state.bare;
  const isSound = ends.some(({ all, bare }) => (isUnmarked ? bare === state.bare : all === state.all));
  // The comparison is made for its message.
  if (!isSound) expect(JSON.parse(state.all)).toEqual(JSON.parse(ends[0]?.all ?? ""));
}

const LONG = 60_000;

describe.each(OPERATIONS)("$title", (operation) => {
  let requests: readonly { readonly number: number; readonly statements: number }[] = [];
  let sound: Sound;
  beforeAll(async () => {
    sound = await soundStates(operation);
    const { faults } = await attempt(operation);
    requests = (faults.statements ?? []).map((statements, index) => ({ number: index + 1, statements }));
  });

  async function each(fates: (statements: number) => readonly Fate[], states = sound): Promise<void> {
    for (const { number, statements } of requests) {
      for (const fate of fates(statements)) {
        let struck = false;
        const once = (request: number): Fate | null => {
          if (struck || request !== number) return null;
          struck = true;
          return fate;
        };
        expectSound(await attempt(operation, { fate: once }), states);
        expect(struck).toBe(true);
      }
    }
  }

  test(
    "a request that is lost, on its way there or back",
    () => each(() => [{ kind: "lost before" }, { kind: "lost after" }]),
    LONG,
  );

  test(
    "a request that is refused, whole or from some statement on",
    () =>
      each((statements) => [
        { kind: "refused", code: "InvalidOperationInCellEditMode" },
        ...cuts(statements).map((at): Fate => ({ kind: "cut", at })),
      ]),
    LONG,
  );

  test("a late answer changes nothing", async () => {
    const end = await attempt(operation, { fate: () => ({ kind: "late" }) });
    expectSound(end, sound);
    expect(end.said).toBe("done");
  });

  test.each(ACTS)(
    "the user %s meanwhile",
    async (_title, act) => each(() => [{ kind: "overtaken", by: act }], await soundStates(operation, act)),
    LONG,
  );

  test(
    "Excel goes away for good: what is left, a new pane clears up",
    async () => {
      for (const { number } of requests) {
        for (const kind of ["lost before", "lost after"] as const) {
          const fate = (request: number): Fate | null => (request < number ? null : { kind });
          const { said, state, book, faults } = await attempt(operation, { fate });
          expect(said).toMatch(/^HostError: /);
          faults.fate = undefined;
          expectSound({ state: await clearedUp(operation, book, state, sound), said }, sound);
        }
      }
    },
    LONG,
  );

  test(
    "the pane is closed in the middle: what is left, a new pane clears up",
    async () => {
      for (const { number } of requests) {
        for (const done of [true, false]) {
          const { book, faults, run } = await prepare(operation);
          const closed = new Promise<void>((resolve) => {
            faults.fate = (request) => {
              if (request !== number) return null;
              setTimeout(resolve, 0);
              return { kind: "unheard", done };
            };
          });
          void run();
          await closed;
          faults.fate = undefined;
          const state = await clearedUp(operation, book, stateOf(book), sound);
          expectSound({ state, said: "HostError: 关闭" }, sound);
        }
      }
    },
    LONG,
  );

  test(
    "another operation at the same time comes before or after",
    async () => {
      for (const other of [operation, ...OPERATIONS.filter(({ alsoBeside }) => alsoBeside)]) {
        const results = new Set<string>();
        for (const order of ["at once", "first", "last"]) {
          const { book, host, run } = await prepare(operation);
          const second = (): Promise<string> => other.run(host, null).then(() => "done", sentence);
          if (order === "at once") await Promise.all([run(), second()]);
          else if (order === "first") await run().then(second);
          else await second().then(run);
          results.add(stateOf(book).all);
          injected++;
        }
        // The first is one of the other two, which may be the same.
        expect(results.size).toBeLessThanOrEqual(2);
      }
    },
    LONG,
  );
});

/** What a workbook holds after a new session has done what its user would do: clear the marks, or ask once more. */
async function clearedUp(
  operation: Operation,
  book: OpenWorkbook,
  state: State,
  sound: Sound,
): Promise<State> {
  const host = new ExcelWorkbookHost(book.Excel);
  if (operation.title.includes("mark")) {
    await host.mark(NEW);
    await host.clearMarks();
    expect(stateOf(book).all).toBe(stateOf(open()).all);
  }
  if ([sound.before, ...sound.asked].some(({ all }) => all === state.all)) return state;
  if (operation.title.startsWith("adding")) await operation.run(host, null);
  return stateOf(book);
}

/** Statements at which a request is made to fail: all of few; the first, the last and some between of many. */
function cuts(statements: number): number[] {
  const some = [0, 1, 2, 4, 8, 16, statements - 2, statements - 1];
  return [...new Set(some)].filter((at) => at >= 0 && at < statements);
}
