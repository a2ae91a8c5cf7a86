import { deepFreeze } from "./codebook";
import type { CodeBook } from "./codebook";
import { messages } from "./messages";
import { correspondenceSchema, parseData, refuse } from "./schema";
import type { CodeSource, DataProblem, EconomicPair, UnitKind } from "./schema";

type Side = "governmental" | "departmental";

/**
 * Which 款 of the governmental economic classification goes with which 款 of the departmental one. Many to many:
 * 30101 is 50101 in an administrative unit and 50501 in a public institution.
 */
export interface EconomicCorrespondence {
  readonly id: string;
  readonly name: string;
  readonly year: number;
  readonly source: readonly CodeSource[];
  /** Superseded ones included. */
  readonly pairs: readonly EconomicPair[];
  /** 款 without a counterpart in the other classification, and why. */
  readonly without: readonly { readonly book: Side; readonly code: string; readonly note: string }[];
  /**
   * Pairs in force of a code, or of all 款 below a 类, in the order of the official table. `unitKind` leaves out
   * the pairs of the other kind of unit; pairs for both kinds always stay.
   */
  pairsOf(side: Side, code: string, unitKind?: UnitKind): readonly EconomicPair[];
}

/**
 * Builds the correspondence from the data of a file.
 * @throws CodeBookError naming `file`, the path in it and the fix; also where a pair's code is in no book.
 */
export function createCorrespondence(
  data: unknown,
  file: string,
  books: Readonly<Record<Side, CodeBook>>,
): EconomicCorrespondence {
  const { id, name, year, source, pairs, without } = parseData(correspondenceSchema, data, file);
  const problems: DataProblem[] = [];
  const requireCode = (path: string, side: Side, code: string): void => {
    if (books[side].entryOf(code) !== null) return;
    problems.push({
      path,
      reason: messages.unknownCode(code, books[side].name),
      fix: messages.fixUnknown,
    });
  };
  const seen = new Set<string>();
  pairs.forEach(({ governmental, departmental, unitKind }, at) => {
    requireCode(`pairs[${at}].governmental`, "governmental", governmental);
    requireCode(`pairs[${at}].departmental`, "departmental", departmental);
    const key = `${governmental}–${departmental}（${unitKind}）`;
    if (seen.has(key))
      problems.push({
        path: `pairs[${at}]`,
        reason: messages.duplicatePair(key),
        fix: messages.fixDuplicate,
      });
    seen.add(key);
  });
  without.forEach(({ book, code }, at) => requireCode(`without[${at}].code`, book, code));
  refuse(file, problems);

  const inForce = pairs.filter(({ superseded }) => !superseded);
  return deepFreeze({
    id,
    name,
    year,
    source,
    pairs,
    without,
    pairsOf: (side: Side, code: string, unitKind: UnitKind = "both") =>
      inForce.filter(
        (pair) =>
          pair[side].startsWith(code) &&
          (unitKind === "both" || pair.unitKind === "both" || pair.unitKind === unitKind),
      ),
  });
}
