import type { CellPlace } from "../../core/workbook/host";
import { quietHost } from "../host.testing";
import { createCheckSession } from "./session-store";
import { reportOf } from "../reports.testing";

const at = (row: number): CellPlace => ({ sheet: "预算03表", row, column: 2 });

test("the user's selections are told, the pane's own are not, and nothing after the end", async () => {
  let select: (place: CellPlace) => void = () => undefined;
  let stops = 0;
  const host = quietHost({
    onSelectionChanged: (listener) => {
      select = listener;
      return Promise.resolve(() => Promise.resolve(void stops++));
    },
  });
  const session = createCheckSession(host, () => reportOf([]));
  const seen: (number | undefined)[] = [];
  session.selection.subscribe(() => seen.push(session.selection.getState().place?.row));
  const stop = session.selection.follow();
  select(at(1));
  await session.select("预算03表", { row: 5, column: 2 });
  select(at(5)); // the answer to the pane's own click
  select(at(6));
  select(at(5)); // the user comes back
  expect(seen).toEqual([1, 6, 5]);
  stop();
  select(at(9));
  await new Promise((resolve) => setTimeout(resolve, 0));
  expect(seen).toHaveLength(3);
  expect(stops).toBe(1);
});
