const DIGITS = "零壹贰叁肆伍陆柒捌玖";
const UNITS: ReadonlyMap<string, bigint> = new Map([
  ["拾", 10n],
  ["佰", 100n],
  ["仟", 1000n],
]);

/** Reads an amount in capital characters back, in 分; written apart from the code it tests. Throws where it cannot. */
export function readFen(capitals: string): bigint {
  const [, sign = "", yuan = "", jiao = "", fen = ""] =
    /^(负?)(?:(.+)元)?(?:零|零?(.)角)?(?:(.)分)?整?$/.exec(capitals) ?? [];
  if (capitals === "" || yuan + jiao + fen === "") throw new Error(`“${capitals}” is no amount`);
  const total = readYuan(yuan) * 100n + BigInt(digitOf(jiao)) * 10n + BigInt(digitOf(fen));
  return sign === "" ? total : -total;
}

/** 万 and 亿 multiply all that stands before them, within their own part. */
function readYuan(text: string): bigint {
  const at = text.lastIndexOf("亿");
  if (at >= 0) return readYuan(text.slice(0, at)) * 100_000_000n + readYuan(text.slice(at + 1));
  const wan = text.lastIndexOf("万");
  if (wan >= 0) return readYuan(text.slice(0, wan)) * 10_000n + readYuan(text.slice(wan + 1));
  let sum = 0n;
  let digit = 0n;
  for (const character of text) {
    const unit = UNITS.get(character);
    if (unit === undefined) digit = BigInt(digitOf(character));
    else {
      sum += digit * unit;
      digit = 0n;
    }
  }
  return sum + digit;
}

function digitOf(character: string): number {
  const digit = character === "" ? 0 : DIGITS.indexOf(character);
  if (digit < 0) throw new Error(`“${character}” is no digit`);
  return digit;
}
