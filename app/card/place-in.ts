import * as Y from "yjs";

/**
 * Where a position in Yjs's terms stands, or null when it names nothing here: it comes from a colleague's browser, and
 * may be anything.
 */
export function placeIn(doc: Y.Doc, position: unknown): { type: unknown; index: number } | null {
  try {
    const relative = Y.createRelativePositionFromJSON(position);
    if (relative.tname !== null && !doc.share.has(relative.tname)) return null;
    return Y.createAbsolutePositionFromRelativePosition(relative, doc);
  } catch {
    return null;
  }
}
