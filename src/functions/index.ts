import { customFunctions } from "./table";

/** Entry of the functions bundle: tells Excel which function stands behind which id. */
for (const [id, run] of Object.entries(customFunctions)) CustomFunctions.associate(id, run);
