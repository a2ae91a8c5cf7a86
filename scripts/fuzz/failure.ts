/** What was found wrong with a case; `kind` tells alike defects from others. */
export class FuzzFailure extends Error {
  override readonly name = "FuzzFailure";
  constructor(
    readonly kind: string,
    detail: string,
  ) {
    super(`${kind}: ${detail.slice(0, MOST_TOLD)}`);
  }
}

const MOST_TOLD = 600;

/** @throws FuzzFailure where the condition does not hold; `detail` is worked out only then. */
export function hold(condition: boolean, kind: string, detail: () => string = () => ""): void {
  if (!condition) throw new FuzzFailure(kind, detail());
}

/** Traces of values that were put into a sentence without being looked at. Drawn texts hold none of them. */
const TRACES = /undefined|\bNaN\b|\bInfinity\b|\[object |=> |TypeError|RangeError/;
/** Beyond that it is no sentence but a dump; names of sheets and parts of texts take most of it. */
const LONGEST_SENTENCE = 1500;

/** A sentence for the user: Chinese, ended, in one line, of a length that can be read. */
export function holdSentence(text: string, where: string): void {
  hold(/\p{Script=Han}/u.test(text), `${where}: not Chinese`, () => text);
  hold(/[。！？）”]$/.test(text), `${where}: not ended`, () => text);
  hold(!TRACES.test(text), `${where}: trace of a value`, () => text);
  // eslint-disable-next-line no-control-regex
  hold(!/[\u0000-\u001f\u007f]/.test(text), `${where}: control character`, () => JSON.stringify(text));
  hold(text.length <= LONGEST_SENTENCE, `${where}: too long`, () => `${String(text.length)} ${text}`);
}
