import { type RefObject, useEffect } from "react";

/** Where to go on when what had the focus is gone: the first in its tab's panel, else the tab. */
export const REGAINS_FOCUS = { "data-regains-focus": "" } as const;

/**
 * Keeps the keyboard's focus within `root` when the element that has it is taken away, as the button of a suggestion that
 * was written is: else the next Tab would begin at the top of the page, far from what was done.
 */
export function useKeptFocus(root: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const { current } = root;
    if (current === null) return;
    let last: Element | null = null;
    const onFocus = ({ target }: FocusEvent): void => {
      last = target instanceof Element && current.contains(target) ? target : null;
    };
    // A click into the sheet takes the focus away on purpose, even where nothing there takes it.
    const onPointer = ({ target }: PointerEvent): void => {
      if (!(target instanceof Node && current.contains(target))) last = null;
    };
    const observer = new MutationObserver(() => {
      if (last === null || last.isConnected || document.activeElement !== document.body) return;
      last = null;
      placeToGoOn(current)?.focus({ preventScroll: true });
    });
    document.addEventListener("focusin", onFocus);
    document.addEventListener("pointerdown", onPointer);
    observer.observe(current, { childList: true, subtree: true });
    return () => {
      document.removeEventListener("focusin", onFocus);
      document.removeEventListener("pointerdown", onPointer);
      observer.disconnect();
    };
  }, [root]);
}

function placeToGoOn(root: HTMLElement): HTMLElement | null {
  const tab = root.querySelector<HTMLElement>("[role=tab][aria-selected=true]");
  const panel = document.getElementById(tab?.getAttribute("aria-controls") ?? "");
  return panel?.querySelector<HTMLElement>("[data-regains-focus]") ?? tab;
}
