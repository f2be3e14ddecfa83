import type * as Adapter from "@atlaskit/pragmatic-drag-and-drop/element/adapter";
import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import { signal } from "#app/ui/signal.ts";

const CLAIM = "claimId";
const library = signal<typeof Adapter | null>(null);
let isAsked = false;

/** The drag library, once it is there. It touches the document when it loads, so the server never loads it. */
export function useLibrary(): typeof Adapter | null {
  useEffect(() => {
    if (isAsked) return;
    isAsked = true;
    void import("@atlaskit/pragmatic-drag-and-drop/element/adapter").then(library.set);
  }, []);
  return useSyncExternalStore(library.subscribe, library.get, () => null);
}

/** Makes a card draggable by pointer; people without one use the card's menu. */
export function useDraggable(claimId: string, canDrag: boolean) {
  const ref = useRef<HTMLLIElement | null>(null);
  const found = useLibrary();
  useEffect(() => {
    if (!found || !ref.current || !canDrag) return;
    return found.draggable({ element: ref.current, getInitialData: () => ({ [CLAIM]: claimId }) });
  }, [found, claimId, canDrag]);
  return ref;
}

/** Lets cards be dropped here. `isOver` is true while one is held above it. */
export function useDropTarget<Node extends HTMLElement>(canDrop: boolean, onDrop: (claimId: string) => void) {
  const ref = useRef<Node>(null);
  const drop = useRef(onDrop);
  drop.current = onDrop;
  const [isOver, setIsOver] = useState(false);
  const found = useLibrary();
  useEffect(() => {
    if (!found || !ref.current || !canDrop) return;
    return found.dropTargetForElements({
      element: ref.current,
      onDragEnter: () => setIsOver(true),
      onDragLeave: () => setIsOver(false),
      onDrop: ({ source }) => {
        setIsOver(false);
        drop.current(String(source.data[CLAIM]));
      },
    });
  }, [found, canDrop]);
  return { ref, isOver };
}

/** The claim that is being dragged, or null. */
export function useDragged(): string | null {
  const [dragged, setDragged] = useState<string | null>(null);
  const found = useLibrary();
  useEffect(() => {
    if (!found) return;
    return found.monitorForElements({
      onDragStart: ({ source }) => setDragged(String(source.data[CLAIM])),
      onDrop: () => setDragged(null),
    });
  }, [found]);
  return dragged;
}
