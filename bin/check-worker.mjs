// What runs in a worker of `gouji check` with many files: TypeScript there, too, required as in gouji.mjs.
import { createRequire } from "node:module";
import { register } from "tsx/cjs/api";

register();
const { checkFile } = createRequire(import.meta.url)("../src/cli/batch/check-file.ts");
export default checkFile;
