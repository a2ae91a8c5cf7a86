import { useCallback, useEffect, useRef, useState } from "react";
import { defaultPreferences, type Preferences, type PreferenceStore } from "./preferences";

/**
 * The user's preferences and the way to change them. The defaults hold until the store is open; a store that fails
 * costs the memory of preferences and nothing else, so it is reported on the console alone.
 */
export function usePreferences(
  open: () => Promise<PreferenceStore>,
): readonly [Preferences, (change: Partial<Preferences>) => void] {
  const [preferences, setPreferences] = useState(defaultPreferences);
  const current = useRef(defaultPreferences);
  const store = useRef<PreferenceStore | null>(null);

  useEffect(() => {
    let mounted = true;
    open()
      .then((opened) => {
        if (!mounted) return;
        store.current = opened;
        // What the user has chosen in the meantime wins over what was stored.
        if (current.current !== defaultPreferences) return;
        current.current = opened.load();
        setPreferences(current.current);
      })
      .catch((error: unknown) => {
        console.warn("Preferences cannot be read.", error);
      });
    return () => {
      mounted = false;
    };
  }, [open]);

  const change = useCallback((part: Partial<Preferences>) => {
    current.current = { ...current.current, ...part };
    setPreferences(current.current);
    try {
      store.current?.save(current.current);
    } catch (error) {
      console.warn("Preferences cannot be saved.", error);
    }
  }, []);

  return [preferences, change];
}
