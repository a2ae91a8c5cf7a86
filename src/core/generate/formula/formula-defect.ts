/**
 * Why a text is no formula that can be used, as one Chinese sentence that names the place in it. Whoever knows the cell puts it
 * before the sentence.
 */
export class FormulaDefect extends Error {
  override readonly name = "FormulaDefect";
}
