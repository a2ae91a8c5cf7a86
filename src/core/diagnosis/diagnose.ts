import type { Analysis } from "../analyse";
import type { CheckContext } from "../checks/check";
import { standsIn } from "../checks/equations";
import { ROUNDING, VIOLATED } from "../checks/evaluate";
import { nameCell } from "../checks/findings";
import { CellState, locate, type Facts } from "../facts/facts";
import type { UnreadableCell } from "../facts/read-facts";
import type { Diagnosis } from "../report";
import { toA1 } from "../workbook/address";
import { amountText, withSeparators } from "../workbook/money";
import { findCauses, type Cause } from "./causes";
import type { Explanation } from "./explanation";
import { messages, type SuspectText } from "./messages";
import { impliedAmount } from "./unreadable";
import { slipOf, type Slip } from "./slips";
import type { LinearSystem } from "./system";

/** A diagnosis with the equations it explains and what findings should say of it. */
export interface Diagnosed {
  /** Without the ids of findings. */
  readonly suspects: readonly Omit<Diagnosis, "findings" | "message">[];
  /** Numbers of the equations it explains. */
  readonly equations: readonly number[];
  /** Chinese, to stand behind the sentence of a finding. */
  readonly message: string;
}

/** Suspects named when several explain equally well. */
const SUSPECTS_NAMED = 4;
const SURE = 0.95;
/** More rounding differences than this are the nature of a workbook rounded amount by amount, not somebody's slip. */
const MOST_ROUNDINGS = 50;

/** Finds the causes of all that does not hold: of errors first, then of rounding differences. */
export function diagnose(analysis: Analysis): Diagnosed[] {
  const { facts } = analysis.context;
  const wrong: number[] = [];
  const differing: number[] = [];
  analysis.verdicts.forEach((verdict, at) => {
    if (verdict === VIOLATED) wrong.push(at);
    if (verdict === ROUNDING) differing.push(at);
  });
  const errors = findCauses(analysis, wrong, "within-rounding");
  const roundings = differing.length > MOST_ROUNDINGS ? [] : findCauses(analysis, differing, "as-shown");
  const described = (causes: readonly Cause[]): Diagnosed[] =>
    causes.map((cause) => describe(facts, cause)).sort((a, b) => confidenceOf(b) - confidenceOf(a));
  // In which of several amounts a rounding difference lies nobody can tell, and nobody would change one for it.
  return [...described(errors), ...described(roundings).filter(({ suspects }) => suspects.length === 1)];
}

function confidenceOf({ suspects }: Diagnosed): number {
  return suspects[0]?.confidence ?? 0;
}

/** For a cell that holds no number: what it should say, where sums or other tables tell. */
export function diagnoseUnreadable(
  context: CheckContext,
  unreadable: UnreadableCell,
): UnreadableDiagnosed | null {
  const amount = impliedAmount(context, unreadable);
  if (amount === null) return null;
  const where = locate(context.facts, unreadable.fact);
  const { sheet, unit } = where.facts.table;
  const suggested = amountText(amount, unit, context.facts.shownDecimals[unreadable.fact] ?? 0);
  return {
    suspect: {
      sheet,
      cell: toA1(where),
      actual: textOfCell(unreadable),
      suggested,
      confidence: SURE,
    },
    message: messages.implied(withSeparators(suggested)),
  };
}

export interface UnreadableDiagnosed {
  readonly suspect: Omit<Diagnosis, "findings" | "message">;
  readonly message: string;
}

function textOfCell({ cell }: UnreadableCell): string | null {
  const text = typeof cell.value === "string" ? cell.value.trim() : cell.text;
  return text === "" ? null : text;
}

/** A suspect cell with its right value, before the confidence is known. */
interface Suspect {
  readonly fact: number;
  readonly actual: string | null;
  readonly suggested: string;
  readonly slip: Slip | null;
}

function describe(facts: Facts, { system, best, alternatives }: Cause): Diagnosed {
  const explained = best.mended;
  const share = best.mended.length / (best.mended.length + best.broken);
  if (best.kind === "move") return describeMove(facts, best, explained, SURE * share);
  if (best.kind !== "amount") return describeRow(facts, best, explained, SURE * share);

  const options = [best, ...alternatives.filter(({ kind }) => kind === "amount")].map((explanation) => ({
    explanation,
    suspect: suspectOf(explanation, system),
  }));
  const weights = options.map(({ explanation, suspect }) => weightOf(explanation, suspect));
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const ranked = options
    .map((option, at) => ({ ...option, confidence: (SURE * share * (weights[at] ?? 0)) / all }))
    .sort((a, b) => b.confidence - a.confidence)
    .slice(0, SUSPECTS_NAMED);
  const [first] = ranked;
  if (first === undefined) throw new Error("a cause has at least one explanation");
  return {
    suspects: ranked.map(({ suspect: { fact, actual, suggested }, confidence }) => {
      const where = locate(facts, fact);
      return {
        sheet: where.facts.table.sheet,
        cell: toA1(where),
        actual,
        suggested,
        confidence: inHundredths(confidence),
      };
    }),
    equations: explained,
    message:
      ranked.length > 1
        ? messages.several(ranked.map(({ suspect }) => textOf(facts, suspect)))
        : sentenceOf(facts, first),
  };
}

function sentenceOf(
  facts: Facts,
  { explanation: { changes, followers: totals }, suspect }: { explanation: Explanation; suspect: Suspect },
): string {
  const others = [...changes.keys()]
    .filter((fact) => fact !== suspect.fact)
    .map((fact) => cellName(facts, fact));
  const followers = totals.map((fact) => cellName(facts, fact));
  const main =
    others.length === 0
      ? messages.single(textOf(facts, suspect))
      : messages.everywhere(textOf(facts, suspect), others.slice(0, SUSPECTS_NAMED));
  return followers.length === 0 ? main : main + messages.followers(followers.slice(0, SUSPECTS_NAMED));
}

/**
 * How much a slip speaks for an amount, against 1 for none: the less likely two amounts look like it by chance, the more. Any
 * round difference looks like one wrong digit somewhere; hardly any like two digits exchanged.
 */
const SLIP_WEIGHT: Readonly<Record<Slip, number>> = {
  transposed: 9,
  point: 9,
  unit: 9,
  sign: 9,
  omitted: 6,
  lostDigit: 6,
  extraDigit: 6,
  digit: 3,
  surplus: 3,
};
/** Amounts below zero are rare in budgets. */
const NEGATIVE_WEIGHT = 0.3;

/** How likely an explanation is beside others: a typical slip more, one that drags totals along or asks for less than 0 less. */
function weightOf({ followers, broken }: Explanation, { slip, suggested }: Suspect): number {
  return (
    (slip === null ? 1 : SLIP_WEIGHT[slip]) *
    (Number(suggested) < 0 ? NEGATIVE_WEIGHT : 1) *
    (followers.length > 0 ? 0.7 : 1) *
    (broken > 0 ? 0.5 : 1)
  );
}

/** Of the cells that print the fact, the one that stands in most of the mended equations. */
function suspectOf({ changes, mended }: Explanation, { facts, equations, exactness }: LinearSystem): Suspect {
  const count = (fact: number): number => mended.filter((at) => standsIn(equations, at, fact)).length;
  const [fact, change] = [...changes].reduce((top, one) => (count(one[0]) > count(top[0]) ? one : top));
  const { unit } = locate(facts, fact).facts.table;
  const decimals = facts.shownDecimals[fact] ?? 0;
  const actual = textAt(facts, fact);
  const suggested = amountText((facts.value[fact] ?? 0) + change, unit, decimals);
  const slip = slipOf(actual, suggested);
  // A rounding difference beside 0 is no amount that was left out, or is too many.
  const isDifference = exactness === "as-shown" && (slip === "omitted" || slip === "surplus");
  return { fact, actual, suggested, slip: isDifference ? null : slip };
}

function inHundredths(share: number): number {
  return Math.round(share * 100) / 100;
}

function describeMove(
  facts: Facts,
  { changes }: Explanation,
  equations: readonly number[],
  confidence: number,
): Diagnosed {
  const cells = [...changes].map(([fact, change]) => {
    const where = locate(facts, fact);
    const { unit, sheet } = where.facts.table;
    const suggested = amountText((facts.value[fact] ?? 0) + change, unit, facts.shownDecimals[fact] ?? 0);
    return { fact, sheet, cell: toA1(where), actual: textAt(facts, fact), suggested };
  });
  const [from, to] = cells;
  if (from === undefined || to === undefined) throw new Error("a move has two cells");
  const names = [cellName(facts, from.fact), cellName(facts, to.fact)] as const;
  const isExchange = (facts.value[to.fact] ?? 0) !== 0;
  return {
    suspects: cells.map(({ sheet, cell, actual, suggested }) => ({
      sheet,
      cell,
      actual,
      suggested,
      confidence: inHundredths(confidence),
    })),
    equations,
    message: isExchange
      ? messages.exchange(...names)
      : messages.move(...names, withSeparators(from.actual ?? "")),
  };
}

/** A row that is there twice, or that is missing. */
function describeRow(
  facts: Facts,
  { kind, changes, row }: Explanation,
  equations: readonly number[],
  confidence: number,
): Diagnosed {
  const [[fact, change] = [0, 0]] = changes;
  const where = locate(facts, fact);
  const { sheet, unit } = where.facts.table;
  const decimals = facts.shownDecimals[fact] ?? 0;
  const isMissing = kind === "missingRow";
  const address = { row: row?.row ?? where.row, column: where.column };
  const line = String(address.row + 1);
  return {
    suspects: [
      {
        sheet,
        cell: toA1(address),
        actual: isMissing ? null : textAt(facts, fact),
        suggested: amountText(isMissing ? change : 0, unit, decimals),
        confidence: inHundredths(confidence),
      },
    ],
    equations,
    message: isMissing
      ? messages.missingRow(nameCell(facts, fact).sheet, row?.name ?? "", line)
      : messages.duplicateRow(nameCell(facts, fact).sheet, line, where.line.label),
  };
}

function textOf(facts: Facts, { fact, suggested, slip }: Suspect): SuspectText {
  return { cell: cellName(facts, fact), suggested: withSeparators(suggested), slip };
}

function cellName(facts: Facts, fact: number): string {
  const { sheet, cell } = nameCell(facts, fact);
  return `《${sheet}》${cell}`;
}

/** The amount of a cell in its table's unit, null where it is blank. */
function textAt(facts: Facts, fact: number): string | null {
  if (facts.state[fact] !== CellState.number) return null;
  const { unit } = locate(facts, fact).facts.table;
  return amountText(facts.value[fact] ?? 0, unit, facts.shownDecimals[fact] ?? 0);
}
