/** Lets one piece of work begin when the one before has ended, well or not. */
export type InTurn = <T>(work: () => Promise<T>) => Promise<T>;

export function createTurns(): InTurn {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const turn = last.then(work, work);
    last = turn.catch(() => undefined); // the caller of this turn handles its failure, the next turn starts anyway
    return turn;
  };
}
