import { causeGroups } from "./cause-groups";
import type { Diagnosis, Finding } from "./report";

const finding = (id: string): Finding => ({
  id,
  check: "total-down",
  severity: "error",
  message: "",
  sheet: "甲",
  cell: "A1",
  expected: null,
  actual: null,
  difference: null,
  cells: [],
});

const suspect = (cell: string, ...findings: readonly string[]): Diagnosis => ({
  sheet: "甲",
  cell,
  actual: null,
  suggested: null,
  confidence: 0.5,
  message: "",
  findings,
});

/** Groups as “suspects: findings”. */
function drawn(ids: string, diagnoses: readonly Diagnosis[]): string[] {
  const { groups, rest } = causeGroups(ids.split(" ").map(finding), diagnoses);
  const names = (findings: readonly Finding[]): string => findings.map(({ id }) => id).join(" ");
  return [
    ...groups.map(
      ({ suspects, findings }) => `${suspects.map(({ cell }) => cell).join(" ")}: ${names(findings)}`,
    ),
    `rest: ${names(rest)}`,
  ];
}

test.each([
  ["one cause", "a b c", [suspect("B1", "a", "c")], ["B1: a c", "rest: b"]],
  [
    "several suspects of the same findings are one group",
    "a b",
    [suspect("B1", "a", "b"), suspect("B2", "a", "b")],
    ["B1 B2: a b", "rest: "],
  ],
  [
    "a finding belongs to its likeliest cause",
    "a b c",
    [suspect("B1", "a", "b"), suspect("B2", "b", "c")],
    ["B1: a b", "B2: c", "rest: "],
  ],
  ["a cause whose findings are not asked for is left out", "a", [suspect("B1", "x")], ["rest: a"]],
])("%s", (_what, ids, diagnoses, expected) => {
  expect(drawn(ids, diagnoses)).toEqual(expected);
});
