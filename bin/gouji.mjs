#!/usr/bin/env node
// The sources are TypeScript and run as they are; nothing has to be built first. Required, not imported: hooks of
// imports run in a thread of their own, and asking it for each of some hundred files takes longer than the check.
import { createRequire } from "node:module";
import { register } from "tsx/cjs/api";

register();
const { main } = createRequire(import.meta.url)("../src/cli/main.ts");
process.exitCode = await main(process.argv.slice(2));
