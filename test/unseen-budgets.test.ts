import { ACCOUNTS } from "./support/unseen/accounts";
import { CENTRAL } from "./support/unseen/central";
import { PROVINCES } from "./support/unseen/provinces";
import { itIsChecked } from "./support/unseen/unseen-table";

/*
 * Budgets and final accounts of authorities whose forms nobody has described, in the layouts they really publish: no
 * false alarm, most amounts in some sum, slips found.
 */

describe.each([...CENTRAL, ...ACCOUNTS, ...PROVINCES])("$what", itIsChecked);
