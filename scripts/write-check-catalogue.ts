import { writeFileSync } from "node:fs";
import { CATALOGUE_FILE, checkCatalogue } from "./check-catalogue";

writeFileSync(CATALOGUE_FILE, checkCatalogue());
