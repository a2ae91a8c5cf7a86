import type { CellPlace, WorkbookHost } from "../../core/workbook/host";
import { placeKey } from "./held-cells";
import { createStore, type Store } from "./store";

/** Where the user is in the sheets; each selection is a new object. */
export interface SelectionState {
  readonly place: CellPlace | null;
}

/** The user's selections in the sheets, those that the pane makes itself left out. */
export interface SelectionSession extends Pick<Store<SelectionState>, "getState" | "subscribe"> {
  /** Begins to listen to the host; answers the way to stop. A host that does not tell is left in peace. */
  readonly follow: () => () => void;
  /** Tells that the pane itself is about to select a cell. */
  readonly selecting: (place: CellPlace) => void;
}

export function createSelectionSession(host: Pick<WorkbookHost, "onSelectionChanged">): SelectionSession {
  const store = createStore<SelectionState>({ place: null });
  let own: string | null = null;

  function onSelected(place: CellPlace): void {
    if (placeKey(place) === own) return;
    own = null;
    store.set({ place });
  }

  return {
    getState: store.getState,
    subscribe: store.subscribe,
    follow: () => {
      let stopped = false;
      const listening = host.onSelectionChanged((place) => {
        if (!stopped) onSelected(place);
      });
      const unheard = (error: unknown): void => {
        // The pane works without; there is nothing the user could do.
        console.warn("The selection in the sheets is not followed.", error);
      };
      listening.catch(unheard);
      return () => {
        stopped = true;
        listening.then((stop) => stop()).catch(unheard);
      };
    },
    selecting: (place) => {
      own = placeKey(place);
    },
  };
}
