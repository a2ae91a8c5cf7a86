import { toA1 } from "../core/workbook/address";
import { HostError } from "../core/workbook/host";
import { freeSheetName } from "../core/workbook/sheet-name";
import type { SheetPlan } from "../core/workbook/sheet-plan";
import { officeErrorOf } from "./errors";
import { breathe } from "./excel-run";
import { leftBehindSentence } from "./messages";
import { planSteps, setPage } from "./plan-steps";
import { tripsOf, type Step } from "./step";

/** A sheet this add-in has made. */
export interface AddedSheet {
  /** Excel's id: stays when the sheet is renamed. */
  readonly id: string;
  readonly name: string;
}

/** A sheet that is being written. */
interface Draft extends AddedSheet {
  readonly plan: SheetPlan;
}

/**
 * Writes planned sheets behind the last one and shows the first. A name that is taken gets a number. All or nothing: where
 * Excel refuses part of it, all new sheets go again; where they cannot, the error names them.
 *
 * The first round trip adds blank sheets under names that nobody else would choose: so whatever comes of it, it is known
 * which sheets are new. The second fills and names them; there are more only where the content is more than a request
 * may hold. A sheet gets its name when it is complete. So what a pane leaves that is closed in the middle can be told
 * by its name, by the user and by the next writing, which takes it away first: a host adds sheets in turn.
 */
export async function addSheets(
  context: Excel.RequestContext,
  plans: readonly SheetPlan[],
): Promise<readonly AddedSheet[]> {
  const provisional = provisionalNames(plans.length);
  let drafts: readonly Draft[] = [];
  try {
    drafts = await addBlank(context, plans, provisional);
    await write(context, drafts);
  } catch (thrown) {
    const [ids, names] = [drafts.map(({ id }) => id), [...drafts.map(({ name }) => name), ...provisional]];
    try {
      await deleteSheets(context, (sheet) => ids.includes(sheet.id) || provisional.includes(sheet.name));
    } catch (failure) {
      throw new HostError(leftBehindSentence(names), { cause: failure });
    }
    throw thrown;
  }
  return drafts.map(({ id, name }) => ({ id, name }));
}

/** Deletes those sheets that are still there; two round trips. */
export async function deleteSheets(
  context: Excel.RequestContext,
  isOne: (sheet: AddedSheet) => boolean,
): Promise<void> {
  const { worksheets } = context.workbook;
  worksheets.load("items/id,items/name");
  await context.sync();
  const found = worksheets.items.filter(isOne);
  if (found.length === 0) return;
  for (const sheet of found) sheet.delete();
  await context.sync();
}

const PROVISIONAL = /^勾稽未完成-[0-9a-z]{6}-\d+$/;

function provisionalNames(count: number): readonly string[] {
  const run = Math.random().toString(36).slice(2, 8).padEnd(6, "0");
  return Array.from({ length: count }, (_, index) => `勾稽未完成-${run}-${String(index + 1)}`);
}

async function addBlank(
  context: Excel.RequestContext,
  plans: readonly SheetPlan[],
  provisional: readonly string[],
): Promise<readonly Draft[]> {
  const { application, worksheets } = context.workbook;
  application.suspendScreenUpdatingUntilNextSync();
  const blank = plans.map((plan, index) => ({ plan, sheet: worksheets.add(provisional[index]) }));
  for (const { sheet } of blank) sheet.load("id");
  worksheets.load("items/name");
  await context.sync();
  const left = worksheets.items.filter(({ name }) => PROVISIONAL.test(name) && !provisional.includes(name));
  for (const sheet of left) sheet.delete();
  if (left.length > 0) await context.sync();
  const taken = worksheets.items.map(({ name }) => name);
  return blank.map(({ plan, sheet }) => {
    const name = freeSheetName(plan.name, taken);
    taken.push(name);
    return { id: sheet.id, name, plan };
  });
}

async function write(context: Excel.RequestContext, drafts: readonly Draft[]): Promise<void> {
  const naming = drafts.map(({ id, name }) => ({
    id,
    bytes: 1_000,
    run: (sheet: Excel.Worksheet) => {
      sheet.name = name;
    },
  }));
  const writing = drafts.flatMap(({ id, plan }) => planSteps(plan).map((step) => ({ id, ...step })));
  const trips = tripsOf([...writing, ...naming]);
  for (const [index, trip] of trips.entries()) {
    const isLast = index === trips.length - 1;
    const { application } = context.workbook;
    application.suspendScreenUpdatingUntilNextSync();
    application.suspendApiCalculationUntilNextSync();
    queue(context, trip);
    if (isLast) finish(context, drafts);
    try {
      await context.sync();
    } catch (thrown) {
      if (!isLast || !concernsPage(thrown)) throw thrown;
      // Excel without a printer has no page to set up. The sheets are complete but for that, and it is done last.
      console.warn("Excel could not set up the pages of the new sheets.", thrown);
    }
    if (!isLast) await breathe();
  }
}

function queue(context: Excel.RequestContext, trip: readonly (Step & { readonly id: string })[]): void {
  const sheets = new Map<string, Excel.Worksheet>();
  for (const { id, run } of trip) {
    const sheet = sheets.get(id) ?? context.workbook.worksheets.getItem(id);
    sheets.set(id, sheet);
    run(sheet);
  }
}

function finish(context: Excel.RequestContext, drafts: readonly Draft[]): void {
  const { worksheets } = context.workbook;
  const [first] = drafts;
  if (first !== undefined) {
    const sheet = worksheets.getItem(first.id);
    sheet.activate();
    sheet.getRange(toA1(first.plan.start)).untrack().select();
  }
  for (const { id, plan } of drafts) setPage(plan, worksheets.getItem(id));
}

function concernsPage(thrown: unknown): boolean {
  return officeErrorOf(thrown)?.location.startsWith("PageLayout.") === true;
}
