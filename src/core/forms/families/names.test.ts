import { BUILT_IN_FAMILIES } from ".";
import { BUILT_IN_FAMILY_NAMES } from "./names";

test("every built-in family is named, in the order of the families", () => {
  expect(BUILT_IN_FAMILY_NAMES).toEqual(BUILT_IN_FAMILIES.map(({ name }) => name));
});
