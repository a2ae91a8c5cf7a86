import type { Repetition, TemplateShape } from "./template-shape";

/** What a row of the sheet is, walking down it. Positions are those in the list of rows given. */
export type RowStep =
  | { readonly kind: "match"; readonly at: number; readonly shapeRow: number }
  /** The rows from the first to the last row of these repetitions (outermost first) begin again. */
  | { readonly kind: "again"; readonly repetitions: readonly Repetition[] };

/** Scores of what may become of a row; higher is better. */
export interface RowScores {
  /** A row of the sheet, taken for a row of the template. */
  match(at: number, shapeRow: number): number;
  /** A row of the sheet that the template does not know. */
  insert(at: number): number;
  /** A row of the template that the sheet does not have. */
  leaveOut(shapeRow: number): number;
}

/** Where the best way into a state came from. */
const NONE = 0;
const MATCHED = 1;
const INSERTED = 2;
const NEXT = 3;
const LEFT_OUT = 4;
/** And the repetition's position on top. */
const AGAIN = 5;

/**
 * The likeliest reading of `count` rows of a sheet as rows of a template whose repetitions may be gone through any
 * number of times: the best way through a finite automaton, in time and memory proportional to rows × template rows.
 */
export function alignRows(shape: TemplateShape, count: number, scores: RowScores): RowStep[] {
  const size = shape.rows.length;
  const loops = loopsOf(shape.repetitions);
  /** Best score when the rows before are read and row `r` of the template comes next; the last one is its end. */
  const before = (): Float64Array => new Float64Array(size + 1).fill(-Infinity);
  const entered: Uint16Array[] = [];
  const left: Uint16Array[] = [];
  let coming = before();
  let matched = before();
  for (let at = 0; at <= count; at++) {
    const next = before();
    const enter = new Uint16Array(size + 1);
    const done = before();
    const leave = new Uint16Array(size + 1);
    if (at === 0) next[0] = 0;
    else {
      for (let r = 0; r <= size; r++) {
        const inserted = (coming[r] ?? -Infinity) + scores.insert(at - 1);
        if (inserted > (next[r] ?? -Infinity)) {
          next[r] = inserted;
          enter[r] = INSERTED;
        }
      }
      for (let r = 0; r < size; r++) {
        const hit =
          (coming[r] ?? -Infinity) === -Infinity ? -Infinity : (coming[r] ?? 0) + scores.match(at - 1, r);
        if (hit > -Infinity) {
          done[r] = hit;
          leave[r] = MATCHED;
        }
      }
    }
    // Twice: rows may be left out also after a repetition has begun again.
    for (let pass = 0; pass < 2; pass++) {
      for (let r = 0; r <= size; r++) {
        const from = done[r - 1] ?? -Infinity;
        if (r > 0 && from > (next[r] ?? -Infinity)) {
          next[r] = from;
          enter[r] = NEXT;
        }
        if (pass > 0) {
          for (const [position, loop] of loops.entries()) {
            const end = done[loop.last] ?? -Infinity;
            // A repetition that is gone through again without a row of the sheet would say nothing.
            if (loop.first === r && end > (next[r] ?? -Infinity) + 1e-9) {
              next[r] = end;
              enter[r] = AGAIN + position;
            }
          }
        }
        if (r === size) continue;
        const leftOut = (next[r] ?? -Infinity) + scores.leaveOut(r);
        if (leftOut > (done[r] ?? -Infinity)) {
          done[r] = leftOut;
          leave[r] = LEFT_OUT;
        }
      }
    }
    entered.push(enter);
    left.push(leave);
    coming = next;
    matched = done;
  }
  return matched.length === 0 ? [] : walkBack(loops, count, size, entered, left);
}

interface Loop {
  readonly first: number;
  readonly last: number;
  readonly repetitions: readonly Repetition[];
}

/** Repetitions over the same rows begin again together or not; which of them do is for their cells to say. */
function loopsOf(repetitions: readonly Repetition[]): Loop[] {
  const loops: { first: number; last: number; repetitions: Repetition[] }[] = [];
  for (const repetition of repetitions) {
    const { first, last } = repetition;
    const same = loops.find((loop) => loop.first === first && loop.last === last);
    if (same === undefined) loops.push({ first, last, repetitions: [repetition] });
    else same.repetitions.push(repetition);
  }
  return loops;
}

function walkBack(
  loops: readonly Loop[],
  count: number,
  size: number,
  entered: readonly Uint16Array[],
  left: readonly Uint16Array[],
): RowStep[] {
  const steps: RowStep[] = [];
  let at = count;
  let row = size;
  let isDone = false;
  for (;;) {
    const how = (isDone ? left[at]?.[row] : entered[at]?.[row]) ?? NONE;
    if (how === NONE) break;
    if (how === MATCHED) {
      at--;
      isDone = false;
      steps.push({ kind: "match", at, shapeRow: row });
    } else if (how === INSERTED) at--;
    else if (how === LEFT_OUT) isDone = false;
    else if (how === NEXT) {
      row--;
      isDone = true;
    } else {
      const loop = loops[how - AGAIN];
      if (loop === undefined) break;
      steps.push({ kind: "again", repetitions: loop.repetitions });
      row = loop.last;
      isDone = true;
    }
  }
  return steps.reverse();
}
