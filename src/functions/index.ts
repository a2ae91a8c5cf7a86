import { excelFunction } from "./excel-function";
import { REGISTERED_FUNCTIONS } from "./registered";

/** Entry of the functions bundle: tells Excel which function stands behind which id. */
for (const { id, formula } of REGISTERED_FUNCTIONS) CustomFunctions.associate(id, excelFunction(formula));
