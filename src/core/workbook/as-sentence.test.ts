import { asSentence } from "./as-sentence";

test.each([
  ["《表》B6“办公\n费”为 1.00。", "《表》B6“办公 费”为 1.00。"],
  ["《\t》A1\r\n\u0000为 1.00。", "《 》A1 为 1.00。"],
  [`A1“${"长".repeat(120)}”不是金额。`, `A1“${"长".repeat(120)}”不是金额。`],
  [`A1“${"长".repeat(32_767)}”不是金额。`, `A1“${"长".repeat(120)}……”不是金额。`],
  [`A1“${"长".repeat(119)}${"😀".repeat(9)}”不是金额。`, `A1“${"长".repeat(119)}……”不是金额。`],
  [`A1 为 ${"1".repeat(32_767)}万元，大得不像金额。`, `A1 为 ${"1".repeat(115)}……，大得不像金额。`],
  [`A1“${"一、推进“双随机”。".repeat(500)}”不是金额。`, `A1“${"一、推进“双随机”。".repeat(12)}……”不是金额。`],
])("one line, and no more of a cell than one can read: %#", (message, sentence) => {
  expect(asSentence(message)).toBe(sentence);
});

test("a page of text with quotation marks that do not pair: which cell it is and what to do are left", () => {
  const sentence = asSentence(`《表》A1“${"一、推进“双随机。".repeat(500)}”不是金额，请改为数字。`);
  expect(sentence).toMatch(/^《表》A1“一、推进.*…….*”不是金额，请改为数字。$/);
  expect(sentence.length).toBeLessThanOrEqual(1002);
});
