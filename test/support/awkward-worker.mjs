// A worker that behaves as the name of its file says, for the tests of the pool.

/** @param {{path: string}} task */
export function checkFile({ path }) {
  if (path.includes("hangs")) for (;;);
  if (path.includes("exits")) process.exit(3);
  if (path.includes("throws")) throw new Error("no sentence for users");
  if (path.includes("fills")) {
    const kept = [];
    for (;;) kept.push({ text: `${path}${String(kept.length)}` });
  }
  return { line: path, file: null, problem: null };
}
