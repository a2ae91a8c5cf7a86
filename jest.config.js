/** @type {import("jest").Config} */
export default {
  testEnvironment: "node",
  // No test is about time; the usual five seconds are little on a busy machine.
  testTimeout: 60_000,
  // All cores: left to itself, jest keeps one free, and that is half of a small machine.
  maxWorkers: "100%",
  testMatch: ["<rootDir>/src/**/*.test.{ts,tsx}", "<rootDir>/test/**/*.test.{ts,tsx}"],
  testPathIgnorePatterns: ["/node_modules/", "/test/browser/", "/.stryker-tmp/"],
  transform: {
    "^.+\\.(ts|tsx|js|mjs)$": [
      "@swc/jest",
      {
        jsc: {
          target: "es2022",
          parser: { syntax: "typescript", tsx: true },
          transform: { react: { runtime: "automatic" } },
        },
      },
    ],
  },
  // Univer is CommonJS here but leans on packages that are ES modules alone, as ECharts is.
  transformIgnorePatterns: [
    "/node_modules/(?!(echarts|zrender|collapse-white-space|n-gram|trigram-utils|franc-min|unicode-regex|regexp-util|cjk-regex|lodash-es|nanoid|kdbush|quickselect|rbush)/)",
  ],
};
