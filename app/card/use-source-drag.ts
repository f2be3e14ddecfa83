import { type RefObject, useEffect, useRef, useState } from "react";
import { useLibrary } from "#app/board/drag.ts";

const SOURCE = "sourceId";

export type DropEdge = "above" | "below" | null;
type Ends = { entry: RefObject<HTMLLIElement>; handle: RefObject<HTMLButtonElement> };

/** Makes a source draggable by its handle, and lets others be dropped above and below it. Gives the edge that one is held at. */
export function useSourceDrag(
  id: string,
  { entry, handle }: Ends,
  canDrag: boolean,
  onDrop: (id: string, isBelow: boolean) => void,
): DropEdge {
  const drop = useRef(onDrop);
  drop.current = onDrop;
  const [edge, setEdge] = useState<DropEdge>(null);
  const library = useLibrary();
  useEffect(() => {
    const [element, dragHandle] = [entry.current, handle.current];
    if (!library || !element || !dragHandle || !canDrag) return;
    const ends = [
      library.draggable({ element, dragHandle, getInitialData: () => ({ [SOURCE]: id }) }),
      library.dropTargetForElements({
        element,
        canDrop: ({ source }) => SOURCE in source.data && source.data[SOURCE] !== id,
        onDrag: ({ location }) => setEdge(edgeAt(element, location.current.input.clientY)),
        onDragLeave: () => setEdge(null),
        onDrop: ({ source, location }) => {
          setEdge(null);
          drop.current(String(source.data[SOURCE]), edgeAt(element, location.current.input.clientY) === "below");
        },
      }),
    ];
    return () => {
      for (const end of ends) end();
    };
  }, [library, id, entry, handle, canDrag]);
  return edge;
}

function edgeAt(element: Element, y: number): "above" | "below" {
  const { top, height } = element.getBoundingClientRect();
  return y < top + height / 2 ? "above" : "below";
}
