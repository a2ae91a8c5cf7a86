/**
 * Ways in which an amount is typically mistyped.
 * - `transposed`: two neighbouring digits exchanged; `digit`: one digit wrong; `lostDigit`, `extraDigit`.
 * - `point`: the decimal point shifted; `unit`: 元 for 万元 or the other way round (× or ÷ 10,000); `sign`.
 * - `omitted`: blank where an amount is due; `surplus`: an amount where none is due.
 */
export type Slip =
  "transposed" | "digit" | "lostDigit" | "extraDigit" | "point" | "unit" | "sign" | "omitted" | "surplus";

/**
 * The slip that turns `right` into `wrong`, null where it looks like none. Both are decimal texts of the same
 * unit, `wrong` null where the cell is blank.
 */
export function slipOf(wrong: string | null, right: string): Slip | null {
  if (wrong === null) return "omitted";
  const typed = Number(wrong);
  const meant = Number(right);
  if (typed === meant) return null;
  if (meant === 0) return "surplus";
  if (typed === 0) return "omitted";
  if (typed === -meant) return "sign";
  if (Math.sign(typed) !== Math.sign(meant)) return null;
  const power = Math.log10(typed / meant);
  if (Math.abs(power - Math.round(power)) < 1e-9) return Math.abs(Math.round(power)) === 4 ? "unit" : "point";
  const a = digitsOf(wrong);
  const b = digitsOf(right);
  if (a.length === b.length) {
    const differing = [...a].flatMap((digit, at) => (digit === b[at] ? [] : [at]));
    const [first = 0, second = 0] = differing;
    if (differing.length === 1) return "digit";
    if (differing.length === 2 && second === first + 1 && a[first] === b[second] && a[second] === b[first]) {
      return "transposed";
    }
    return null;
  }
  if (isOneDigitLonger(b, a)) return "lostDigit";
  if (isOneDigitLonger(a, b)) return "extraDigit";
  return null;
}

/** The digits without sign and point, and without zeros in front. */
function digitsOf(text: string): string {
  return text.replace(/[-.]/g, "").replace(/^0+(?=\d)/, "");
}

/** True where `longer` is `shorter` with one digit put in. */
function isOneDigitLonger(longer: string, shorter: string): boolean {
  if (longer.length !== shorter.length + 1) return false;
  let at = 0;
  while (at < shorter.length && longer[at] === shorter[at]) at++;
  return longer.slice(at + 1) === shorter.slice(at);
}
