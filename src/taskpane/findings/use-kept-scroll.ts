import type { VirtualItem, Virtualizer } from "@tanstack/react-virtual";
import { type RefObject, useLayoutEffect, useRef } from "react";

/**
 * Keeps the row at the top of a list where it is when other rows come or go above it; where it goes itself, the next that
 * stays is kept. At the very beginning the list stays there.
 */
export function useKeptScroll(
  scroller: RefObject<HTMLElement | null>,
  virtualizer: Virtualizer<HTMLDivElement, Element>,
  rows: readonly { readonly key: string }[],
): void {
  const last = useRef<{ readonly rows: typeof rows; readonly places: readonly VirtualItem[] } | null>(null);
  useLayoutEffect(() => {
    const before = last.current;
    const places = virtualizer.measurementsCache;
    last.current = { rows, places };
    const offset = virtualizer.scrollOffset ?? 0;
    if (before === null || before.rows === rows || offset <= 0 || scroller.current === null) return;
    const now = new Map(places.map(({ key, start }) => [key, start]));
    const kept = before.places.find(({ key, end }) => end > offset && now.has(key));
    const moved = kept === undefined ? 0 : (now.get(kept.key) ?? 0) - kept.start;
    if (moved !== 0) scroller.current.scrollTop = offset + moved;
  });
}
