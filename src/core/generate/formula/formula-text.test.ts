import Decimal from "decimal.js";
import fc from "fast-check";
import { readDrawn, shownResult } from "./formula-cases.testing";
import {
  BINARY_OPERATORS,
  evaluateFormula,
  FormulaDefect,
  formulaText,
  parseFormula,
  type Corner,
  type FormulaNode,
  type Reference,
} from "./index";

const corner = (bounds: { readonly max: number }): fc.Arbitrary<Corner> =>
  fc.record(
    {
      row: fc.nat(bounds),
      column: fc.nat(bounds),
      fixedRow: fc.constant<true>(true),
      fixedColumn: fc.constant<true>(true),
    },
    { requiredKeys: ["row", "column"] },
  );
const sheet = fc.option(fc.constantFrom("Sheet1", "预算02表 收入总表", "它's 表!", "（2）"), { nil: null });
const reference: fc.Arbitrary<Reference> = fc.oneof(
  fc.record({ kind: fc.constant("cell"), sheet, at: corner({ max: 16_383 }) }),
  fc
    .record({ kind: fc.constant("range"), sheet, from: corner({ max: 99 }), to: corner({ max: 99 }) })
    .map((range) => ({
      ...range,
      to: { ...range.to, row: range.to.row + 100, column: range.to.column + 100 },
    })),
);
const constant: fc.Arbitrary<FormulaNode> = fc.oneof(
  fc.record({
    kind: fc.constant("number"),
    value: fc
      .tuple(fc.nat(), fc.integer({ min: -20, max: 30 }))
      .map(([digits, power]) => new Decimal(`${String(digits)}e${String(power)}`)),
  }),
  fc.record({ kind: fc.constant("text"), value: fc.string({ unit: "grapheme", maxLength: 40 }) }),
  fc.record({ kind: fc.constant("boolean"), value: fc.boolean() }),
  fc.record({ kind: fc.constant("error"), error: fc.constantFrom("#DIV/0!", "#N/A", "#REF!") }),
);

const { node } = fc.letrec<{ node: FormulaNode; argument: FormulaNode }>((tie) => ({
  node: fc.oneof(
    { depthSize: "medium", withCrossShrink: true },
    constant,
    reference,
    fc.record({ kind: fc.constant("prefix"), sign: fc.constantFrom("+", "-"), operand: tie("node") }),
    fc.record({ kind: fc.constant("percent"), operand: tie("node") }),
    fc.record({
      kind: fc.constant("binary"),
      operator: fc.constantFrom(...BINARY_OPERATORS),
      left: tie("node"),
      right: tie("node"),
    }),
    fc.record({
      kind: fc.constant("call"),
      name: fc.constantFrom("SUM", "MIN", "AND", "COUNTA", "CONCAT", "某函数", "STDEV.S"),
      args: fc.array(tie("argument"), { minLength: 2, maxLength: 4 }),
    }),
    fc.record({
      kind: fc.constant("call"),
      name: fc.constantFrom("PI", "ABS", "N", "RMB_UPPER"),
      args: fc.tuple(tie("node")),
    }),
  ),
  argument: fc.oneof({ weight: 6, arbitrary: tie("node") }, fc.constant<FormulaNode>({ kind: "omitted" })),
}));

test("what is written is read as the same tree", () => {
  fc.assert(
    fc.property(node, (tree) => {
      const text = formulaText(tree, "functions");
      expect(parseFormula(text)).toEqual(tree);
    }),
    { numRuns: 2000 },
  );
});

test("whatever is written comes to something", () => {
  fc.assert(
    fc.property(node, (tree) => {
      expect(shownResult(evaluateFormula(tree, readDrawn))).not.toBe("");
    }),
    { numRuns: 1000 },
  );
});

test("whatever is typed is a formula or a defect in one sentence", () => {
  const pieces = fc.constantFrom(
    ..."=+-*/^&<>%(),:!'\"#$.{}[]（），“ \n甲AZ09",
    "SUM(",
    "A1",
    "'表'!",
    "1E5",
    '"a"',
    "#REF!",
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 12 }), (typed) => {
      try {
        expect(parseFormula(parsedAgain(typed.join("")))).toBeDefined();
      } catch (error) {
        if (!(error instanceof FormulaDefect)) throw error;
        expect(error.message).toMatch(/^公式.*。$/su);
      }
    }),
    { numRuns: 3000 },
  );
});

const parsedAgain = (text: string): string => formulaText(parseFormula(text), "functions");
