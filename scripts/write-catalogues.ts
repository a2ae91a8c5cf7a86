import { writeFileSync } from "node:fs";
import { CATALOGUE_FILE, checkCatalogue } from "./check-catalogue";
import { DEPENDENCIES_FILE, dependencyReview } from "./dependency-review";
import { functionCatalogue, FUNCTIONS_FILE } from "./function-catalogue";

writeFileSync(CATALOGUE_FILE, checkCatalogue());
writeFileSync(FUNCTIONS_FILE, functionCatalogue());
writeFileSync(DEPENDENCIES_FILE, dependencyReview());
