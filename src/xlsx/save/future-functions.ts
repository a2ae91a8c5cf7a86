import { formulaFunction } from "../../core/formulas/catalogue";

/**
 * Functions newer than the standard, which files mark with `_xlfn.` ([MS-XLSX] 2.2.3, future functions); without the mark
 * Excel shows #NAME?. WPS's DISPIMG carries it too. The reader takes the marks off.
 */
const MARKED = new Set(
  (
    "ACOT ACOTH AGGREGATE ARABIC ARRAYTOTEXT BASE BETA.DIST BETA.INV BINOM.DIST BINOM.DIST.RANGE BINOM.INV BITAND " +
    "BITLSHIFT BITOR BITRSHIFT BITXOR BYCOL BYROW CEILING.MATH CEILING.PRECISE CHISQ.DIST CHISQ.DIST.RT CHISQ.INV " +
    "CHISQ.INV.RT CHISQ.TEST CHOOSECOLS CHOOSEROWS COMBINA CONCAT CONFIDENCE.NORM CONFIDENCE.T COT COTH COVARIANCE.P " +
    "COVARIANCE.S CSC CSCH DAYS DECIMAL DISPIMG DROP ERF.PRECISE ERFC.PRECISE EXPAND EXPON.DIST F.DIST F.DIST.RT F.INV " +
    "F.INV.RT F.TEST FIELDVALUE FILTERXML FLOOR.MATH FLOOR.PRECISE FORMULATEXT GAMMA GAMMA.DIST GAMMA.INV " +
    "GAMMALN.PRECISE GAUSS HSTACK HYPGEOM.DIST IFNA IFS IMAGE IMCOSH IMCOT IMCSC IMCSCH IMSEC IMSECH IMSINH IMTAN " +
    "ISFORMULA ISOMITTED ISOWEEKNUM LAMBDA LET LOGNORM.DIST LOGNORM.INV MAKEARRAY MAP MAXIFS MINIFS MODE.MULT " +
    "MODE.SNGL MUNIT NEGBINOM.DIST NORM.DIST NORM.INV NORM.S.DIST NORM.S.INV NUMBERVALUE PDURATION PERCENTILE.EXC " +
    "PERCENTILE.INC PERCENTRANK.EXC PERCENTRANK.INC PERMUTATIONA PHI POISSON.DIST QUARTILE.EXC QUARTILE.INC " +
    "RANDARRAY RANK.AVG RANK.EQ REDUCE RRI SCAN SEC SECH SEQUENCE SHEET SHEETS SKEW.P SORTBY STDEV.P STDEV.S SWITCH " +
    "T.DIST T.DIST.2T T.DIST.RT T.INV T.INV.2T T.TEST TAKE TEXTAFTER TEXTBEFORE TEXTJOIN TEXTSPLIT TOCOL TOROW UNICHAR " +
    "UNICODE UNIQUE VALUETOTEXT VAR.P VAR.S VSTACK WEBSERVICE WEIBULL.DIST WRAPCOLS WRAPROWS XLOOKUP XMATCH XOR Z.TEST"
  ).split(" "),
);
/** These two have a second mark. */
const MARKED_TWICE = new Set(["FILTER", "SORT"]);

/**
 * How Excel marks functions of add-ins in a file; a call without the mark stays #NAME? there until it is entered again
 * (https://github.com/OfficeDev/Excel-Custom-Functions/issues/108).
 */
const ADD_IN_MARK = "_xldudf_";

const CALL = /"(?:[^"]|"")*"|'(?:[^']|'')*'|(?<![\p{L}\p{N}_.!])(\p{L}[\p{L}\p{N}_.]*)(?=\()/gu;

/** A formula, without “=”, as the file stores it. */
export function asStored(formula: string): string {
  return formula.replace(CALL, (whole, name: unknown) => {
    if (typeof name !== "string") return whole;
    const upper = name.toUpperCase();
    if (MARKED_TWICE.has(upper)) return `_xlfn._xlws.${name}`;
    if (MARKED.has(upper)) return `_xlfn.${name}`;
    return formulaFunction(name) === null ? whole : ADD_IN_MARK + name;
  });
}
