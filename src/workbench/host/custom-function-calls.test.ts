import { CustomFunctionCalls, type CallEntry } from "./custom-function-calls";

test("calls of one task go out together, at most 500 in a message, and each gets its own answer", async () => {
  const messages: (readonly CallEntry[])[] = [];
  const calls = new CustomFunctionCalls((entries) => messages.push(entries));
  const answers = Array.from({ length: 1_200 }, (_call, at) => calls.call("DOUBLE", [at]));
  expect(messages).toEqual([]);
  await Promise.resolve();
  expect(messages.map(({ length }) => length)).toEqual([500, 500, 200]);
  calls.settle(
    messages
      .flat()
      .map(({ message }) => [message.invocationId, true, Number(message.parameterValues[0]) * 2]),
  );
  expect(await Promise.all(answers)).toEqual(
    Array.from({ length: 1_200 }, (_call, at) => ({ ok: true, value: at * 2 })),
  );
});

test("a call made later goes out by itself", async () => {
  const messages: (readonly CallEntry[])[] = [];
  const calls = new CustomFunctionCalls((entries) => messages.push(entries));
  void calls.call("ONE", []);
  await Promise.resolve();
  void calls.call("TWO", [], "表1!A1");
  await Promise.resolve();
  expect(messages.map((entries) => entries.map(({ message }) => message.functionName))).toEqual([
    ["ONE"],
    ["TWO"],
  ]);
  expect(messages[1]?.[0]?.message.address).toBe("表1!A1");
});
