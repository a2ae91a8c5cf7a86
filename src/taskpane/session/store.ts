/** State that changes as a whole, for sessions and the components that show them. */
export interface Store<T> {
  readonly getState: () => T;
  /** Calls `listener` after each change; returns the way to stop that. */
  readonly subscribe: (listener: () => void) => () => void;
  readonly set: (change: Partial<T>) => void;
}

export function createStore<T>(initial: T): Store<T> {
  let state = initial;
  const listeners = new Set<() => void>();
  return {
    getState: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    set: (change) => {
      state = { ...state, ...change };
      for (const listener of listeners) listener();
    },
  };
}
