/** @jest-environment jsdom */
import { startTaskpane } from "./start";

it("says so where office.js could not be loaded, and asks nothing of a workbook", async () => {
  const root = document.createElement("div");
  const createHost = jest.fn();
  await startTaskpane(root, createHost, () => Promise.reject(new Error("no check is due")));
  expect(root.textContent).toMatch(/没有加载到 Office 的脚本.*工作簿没有任何改动.*联系管理员/);
  expect(createHost).not.toHaveBeenCalled();
});
