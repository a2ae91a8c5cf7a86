import { FormulaDependencyGenerator } from "@univerjs/engine-formula";

/** Milliseconds of work after which the page gets a turn. */
const SLICE = 40;

/**
 * Steps of Univer's dependency generator that answer with a promise anyway, and so may let the page in. They are private
 * to Univer; the version is pinned, and the browser test of a large workbook fails where they are no longer there.
 */
interface Steps {
  _getRangeListByNode(node: object): Promise<unknown>;
  _calculateListByFunctionRefNode(trees: readonly unknown[]): Promise<void>;
}

/**
 * Univer looks at every formula of the workbook before it computes any, and never gives the thread back meanwhile: with
 * 100,000 formulas the page would stand still for a second at each edit. This makes it pause between formulas.
 */
export function makeFormulasPatient(): void {
  const steps = FormulaDependencyGenerator.prototype as unknown as Steps;
  const { _getRangeListByNode: rangesOf, _calculateListByFunctionRefNode: calculateList } = steps;
  let sliceStart = 0;
  const pause = async (): Promise<void> => {
    await new Promise((resolve) => setTimeout(resolve, 0));
    sliceStart = performance.now();
  };
  steps._getRangeListByNode = async function (this: Steps, node) {
    if (performance.now() - sliceStart > SLICE) await pause();
    return rangesOf.call(this, node);
  };
  steps._calculateListByFunctionRefNode = async function (this: Steps, trees) {
    await pause();
    await calculateList.call(this, trees);
    await pause();
  };
}
