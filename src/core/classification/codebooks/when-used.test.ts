import { whenUsed } from "./when-used";

test("it is made when something of it is first asked for, and once", () => {
  const build = jest.fn(() => ({ name: "科目", parentOf: (code: string) => code.slice(0, 3) }));
  const book = whenUsed(build);
  expect(build).not.toHaveBeenCalled();
  expect([book.name, book.parentOf("20113")]).toEqual(["科目", "201"]);
  expect(build).toHaveBeenCalledTimes(1);
});
