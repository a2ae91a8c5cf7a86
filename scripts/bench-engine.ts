import { asFile, departmentWorkbook, measureEngine } from "./bench/engine";

/*
 * npm run bench:engine: the engine against unzipping and parsing the same workbook, at 1×, 4× and 16×, or the factors
 * given: `npm run bench:engine -- 1 4`.
 */

const given = process.argv.slice(2).map(Number);
process.stdout.write("size  amounts  equations  engine ms  unzip+SAX ms  ratio  engine µs/amount\n");
for (const factor of given.length > 0 ? given : [1, 4, 16]) {
  const { amounts, equations, engineMs, floorMs } = measureEngine(
    asFile(departmentWorkbook(factor)),
    factor > 4 ? 2 : 5,
  );
  process.stdout.write(
    `${`${String(factor)}×`.padEnd(4)} ${String(amounts).padStart(8)} ${String(equations).padStart(10)} ${engineMs.toFixed(0).padStart(10)} ${floorMs.toFixed(0).padStart(13)} ${(engineMs / floorMs).toFixed(2).padStart(6)} ${((1000 * engineMs) / amounts).toFixed(2).padStart(10)}\n`,
  );
}
