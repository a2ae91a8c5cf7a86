/** What `bin` runs: the command line, and the part of it that checks one of many files in a worker. */
export { main } from "./main";
export { checkFile } from "./batch/check-file";
