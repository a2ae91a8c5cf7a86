import { defaultPreferences, type Preferences, type PreferenceStore } from "../preferences";
import { createStore, type Store } from "./store";

/** The user's preferences. The defaults hold until the store of them is open. */
export interface PreferenceSession extends Pick<Store<Preferences>, "getState" | "subscribe"> {
  /**
   * Reads what was saved, the first time it is called. A store that fails costs the memory of preferences and nothing
   * else, so that is reported on the console alone.
   */
  readonly open: (open: () => Promise<PreferenceStore>) => Promise<void>;
  readonly change: (part: Partial<Preferences>) => void;
  /** The preferences, once a store that is being opened has been read. */
  readonly known: () => Promise<Preferences>;
}

export function createPreferenceSession(): PreferenceSession {
  const { getState, subscribe, set } = createStore(defaultPreferences);
  let opening: Promise<void> | null = null;
  let store: PreferenceStore | null = null;
  let chosen: Partial<Preferences> = {};

  async function read(open: () => Promise<PreferenceStore>): Promise<void> {
    try {
      store = await open();
      // What the user has chosen in the meantime wins over what was stored.
      set({ ...store.load(), ...chosen });
      if (Object.keys(chosen).length > 0) save();
    } catch (error) {
      console.warn("Preferences cannot be read.", error);
    }
  }

  function save(): void {
    try {
      store?.save(getState());
    } catch (error) {
      console.warn("Preferences cannot be saved.", error);
    }
  }

  return {
    getState,
    subscribe,
    open: (open) => (opening ??= read(open)),
    change: (part) => {
      chosen = { ...chosen, ...part };
      set(part);
      save();
    },
    known: async () => {
      await opening;
      return getState();
    },
  };
}
