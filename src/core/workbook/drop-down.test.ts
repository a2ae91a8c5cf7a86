import { fittingOptions } from "./drop-down";

test.each([
  [["≥", "≤", "="], 3],
  [["甲,乙", "丙", ""], 1],
  [["长".repeat(200), "长".repeat(55), "短"], 2],
  [Array.from({ length: 300 }, () => "一"), 128],
])("%j", (options, count) => {
  const fitting = fittingOptions(options);
  expect(fitting).toHaveLength(count);
  expect(fitting.join(",").length).toBeLessThanOrEqual(255);
});
