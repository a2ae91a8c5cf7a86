import { EQUATION_CHECKS } from ".";
import { amountUnreadable } from "./amount-unreadable";
import { MONEY_CHECKS } from "./money-checks";
import { statedRelation } from "./stated-relation";

test("all that state equations over amounts, the user's own relations, and amounts nobody can read", () => {
  expect(MONEY_CHECKS).toEqual([...EQUATION_CHECKS, statedRelation, amountUnreadable].map(({ id }) => id));
});
