import { readFileSync } from "node:fs";
import {
  DEPENDENCIES_FILE,
  dependencyPurposes,
  dependencyReview,
  directDependencies,
} from "../scripts/dependency-review";

test("every direct dependency has a purpose, and nothing else has one", () => {
  const { shipped, tools } = directDependencies();
  expect(Object.keys(dependencyPurposes()).sort()).toEqual([...shipped, ...tools].sort());
});

test("the review in the docs is what the lock file says; npm run docs writes it", () => {
  expect(readFileSync(DEPENDENCIES_FILE, "utf8")).toBe(dependencyReview());
});

test("every licence is known", () => {
  expect(
    dependencyReview()
      .split("\n")
      .filter((line) => / \? /.test(line)),
  ).toEqual([]);
});
