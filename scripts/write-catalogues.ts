import { writeFileSync } from "node:fs";
import { CATALOGUE_FILE, checkCatalogue } from "./check-catalogue";
import { functionCatalogue, FUNCTIONS_FILE } from "./function-catalogue";

writeFileSync(CATALOGUE_FILE, checkCatalogue());
writeFileSync(FUNCTIONS_FILE, functionCatalogue());
