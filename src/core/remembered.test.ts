import { remembered } from "./remembered";

test("a text is read once, another by itself, and null is an answer", () => {
  const read: string[] = [];
  const length = remembered((text) => {
    read.push(text);
    return text === "" ? null : { length: text.length };
  });
  expect([length("科目"), length("科目"), length("款项目"), length("")]).toEqual([
    { length: 2 },
    { length: 2 },
    { length: 3 },
    null,
  ]);
  expect(length("科目")).toBe(length("科目"));
  expect(read).toEqual(["科目", "款项目", ""]);
});

test("what is kept is limited: texts said long ago are read again, those said since are not", () => {
  let count = 0;
  const counted = remembered(() => ++count);
  const first = counted("0");
  for (let at = 1; at < 9000; at++) counted(String(at));
  const before = count;
  expect(counted("0")).toBe(first);
  expect(counted("8999")).toBe(before);
  for (let at = 9000; at < 30_000; at++) counted(String(at));
  expect(counted("0")).not.toBe(first);
});
