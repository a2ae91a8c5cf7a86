/** A message over the sheet. */
export interface Notice {
  readonly id: string;
  readonly intent: "error" | "warning" | "info" | "success";
  readonly title: string;
  readonly body: string;
  readonly action?: { readonly label: string; readonly run: () => void };
}

/** What the page shows besides sheet and pane. */
export interface WorkbenchState {
  readonly fileName: string;
  readonly edited: boolean;
  /** What the page is busy with, in Chinese; null when it waits for the user. */
  readonly busy: string | null;
  /** 0 to 1 where it is known how far the work is. */
  readonly progress: number | null;
  readonly notices: readonly Notice[];
  /** What a save would lose, waiting for the user's word. */
  readonly unkept: readonly string[] | null;
  readonly dark: boolean;
}

/** A value with listeners, for `useSyncExternalStore`. */
export class Store<T> {
  private readonly listeners = new Set<() => void>();

  constructor(private value: T) {}

  readonly get = (): T => this.value;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  update(change: Partial<T>): void {
    this.value = { ...this.value, ...change };
    for (const listener of this.listeners) listener();
  }
}
