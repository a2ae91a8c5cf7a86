// What runs in a worker of `gouji check` with many files: TypeScript there, too.
import { register } from "tsx/esm/api";

register();
const { checkFile } = await import("../src/cli/batch/check-file.ts");
export default checkFile;
