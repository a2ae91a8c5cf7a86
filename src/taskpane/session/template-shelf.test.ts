/** @jest-environment jsdom */
import { browserShelf, MOST_CHARACTERS } from "./template-shelf";

beforeEach(() => {
  window.localStorage.clear();
});

test("files are there again, byte by byte", () => {
  const bytes = Uint8Array.from({ length: 256 }, (_, at) => at);
  expect(browserShelf.keep([{ name: "模板.xlsx", bytes }])).toBe(true);
  expect(browserShelf.load()).toEqual([{ name: "模板.xlsx", bytes }]);
});

test("too much is refused, and what was kept stays", () => {
  browserShelf.keep([{ name: "小.xlsx", bytes: new Uint8Array(3) }]);
  expect(browserShelf.keep([{ name: "大.xlsx", bytes: new Uint8Array(MOST_CHARACTERS) }])).toBe(false);
  expect(browserShelf.load().map(({ name }) => name)).toEqual(["小.xlsx"]);
});

test("what is no longer understood is nothing", () => {
  jest.spyOn(console, "warn").mockImplementation(() => undefined);
  window.localStorage.setItem("@gouji/templates", '[{"name":"x"}]');
  expect(browserShelf.load()).toEqual([]);
});
