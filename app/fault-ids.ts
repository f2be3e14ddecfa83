const ids = new WeakMap<object, string>();

/** Names the fault of one request; the page that the person sees and the log carry the same id. */
export function nameFault(request: object): string {
  const id = ids.get(request) ?? crypto.randomUUID().slice(0, 8);
  ids.set(request, id);
  return id;
}

export function faultOf(request: object): string | null {
  return ids.get(request) ?? null;
}
