/**
 * A custom function in Excel's own words. In the texts A1 stands for the first argument, B1 for the second and so on; A2, B2 … for
 * the same as a number, where Excel would not read the text in a cell as one.
 */
export interface Translation {
  readonly text: string;
  /** The argument (0-based) that is a number of decimals, and what holds where it is left out: another number, or another text. */
  readonly decimals?: { readonly at: number; readonly otherwise: number | string };
  /** The argument (0-based) that is TRUE or FALSE, and the text where it is TRUE. */
  readonly option?: { readonly at: number; readonly text: string };
}

const RATE: Translation = { text: "ROUND(A1/B1,C1)", decimals: { at: 2, otherwise: 4 } };

/**
 * By the function's id. A function not listed has no such words: RMB_UPPER, TARGET_MET …; nor has SUM_CHECK, which takes each amount
 * with its own decimals and reads amounts in texts, where SUM would silently pass over them.
 *
 * A division by a blank or by 0 is #DIV/0! in Excel as well, and ROUND rounds half away from zero. Differences and products are
 * rounded to 10 decimals first: 3 points × 17.5 % are 0.5249999999999999 in doubles, and the score would be 0.52.
 */
export const TRANSLATIONS: Readonly<Record<string, Translation>> = {
  EXEC_RATE: RATE,
  CONTROL_RATE: RATE,
  SHARE: RATE,
  CHANGE_RATE: {
    text: "IF(B2<0,#NUM!,ROUND(ROUND(A1-B1,10)/B1,C1))",
    decimals: { at: 2, otherwise: 4 },
  },
  EXEC_SCORE: {
    text: "IF(OR(A2<0,B2>10),#NUM!,ROUND(ROUND(A1*MAX(0,MIN(1,B2)),10),C1))",
    decimals: { at: 2, otherwise: 2 },
    option: { at: 3, text: "IF(OR(A2<0,B2>10),#NUM!,ROUNDDOWN(ROUND(A1*MAX(0,MIN(1,B2)),10),C1))" },
  },
  SCORE_DEVIATION: { text: "ROUND(B1-A1,10)", option: { at: 2, text: "ROUND(B1-A1,10)/A1" } },
  TO_WAN: { text: "ROUND(A1/10000,B1)", decimals: { at: 1, otherwise: "A1/10000" } },
  TO_YUAN: {
    text: "ROUND(ROUND(A1*10000,10),B1)",
    decimals: { at: 1, otherwise: "ROUND(A1*10000,10)" },
  },
};
