import { beyond, cellsIn, firstWindow, halveTrip, planTrips } from "./reading-plan";

const range = (top: number, left: number, bottom: number, right: number) => ({ top, left, bottom, right });

describe("planTrips", () => {
  test("small sheets share a trip, large ones are cut by rows", () => {
    const blocks = [
      { sheetId: "a", range: range(0, 0, 9, 3) },
      { sheetId: "b", range: range(5, 0, 34, 3) },
    ];
    expect(planTrips(blocks, 100)).toEqual([
      [blocks[0], { sheetId: "b", range: range(5, 0, 19, 3) }],
      [{ sheetId: "b", range: range(20, 0, 34, 3) }],
    ]);
  });

  test("a row wider than the limit still goes out, alone", () => {
    const trips = planTrips([{ sheetId: "a", range: range(0, 0, 1, 149) }], 100);
    expect(trips.map((trip) => trip.map((block) => cellsIn(block.range)))).toEqual([[150], [150]]);
  });

  test("nothing to read is no trip", () => {
    expect(planTrips([], 100)).toEqual([]);
  });
});

describe("beyond the window", () => {
  const window = range(0, 0, 9, 4);

  test.each([
    ["inside it", range(2, 1, 9, 4), []],
    ["below", range(0, 0, 20, 4), [range(10, 0, 20, 4)]],
    ["to the right", range(0, 0, 3, 8), [range(0, 5, 3, 8)]],
    ["both", range(0, 0, 20, 8), [range(0, 5, 9, 8), range(10, 0, 20, 8)]],
    ["elsewhere", range(30, 30, 31, 31), [range(30, 30, 31, 31)]],
  ])("%s", (_where, used, expected) => {
    expect(beyond(used, window)).toEqual(expected);
  });

  test("without a window all is to be read", () => {
    expect(beyond(range(0, 0, 1, 1), null)).toEqual([range(0, 0, 1, 1)]);
  });

  test("the window shrinks with the number of sheets, but not to nothing", () => {
    const rows = [1, 23, 1_000].map((sheets) => firstWindow(sheets).bottom + 1);
    expect(rows).toEqual([2_000, 260, 60]);
  });
});

test("halveTrip splits blocks, then rows, down to one row", () => {
  const block = { sheetId: "a", range: range(0, 0, 3, 1) };
  expect(halveTrip([block, block, block])?.map((half) => half.length)).toEqual([2, 1]);
  expect(halveTrip([block])).toEqual([
    [{ sheetId: "a", range: range(0, 0, 1, 1) }],
    [{ sheetId: "a", range: range(2, 0, 3, 1) }],
  ]);
  expect(halveTrip([{ sheetId: "a", range: range(3, 0, 3, 1) }])).toBeNull();
});
