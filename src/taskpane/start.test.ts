/** @jest-environment jsdom */
import { startTaskpane } from "./start";

it("says so where office.js could not be loaded, and asks nothing of a workbook", async () => {
  const root = document.createElement("div");
  const createHost = jest.fn();
  await startTaskpane(root, createHost, () => Promise.reject(new Error("no check is due")));
  expect(root.textContent).toMatch(/没有加载到 Office 的脚本.*工作簿没有任何改动.*联系管理员/);
  expect(createHost).not.toHaveBeenCalled();
});

it("says where it belongs when it is opened in a plain browser", async () => {
  Object.assign(globalThis, {
    Office: { onReady: () => Promise.resolve({ host: null, platform: null }), context: {} },
  });
  const root = document.createElement("div");
  const createHost = jest.fn();
  await startTaskpane(root, createHost, () => Promise.reject(new Error("no check is due")));
  expect(root.textContent).toMatch(/要在 Excel 中打开.*workbench\.html/);
  expect(createHost).not.toHaveBeenCalled();
  Reflect.deleteProperty(globalThis, "Office");
});
