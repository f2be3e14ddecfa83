/** The part of an address that a view keeps: filters, order and grouping; sorted, so that two that ask for the same are equal. */
const KEPT = ["assignee", "claimant", "due", "group", "label", "order", "q", "rating", "sort", "status"];

export function lookIn(search: URLSearchParams): string {
  const look = new URLSearchParams();
  for (const name of KEPT) {
    const value = search.get(name);
    if (value) look.set(name, value);
  }
  return `${look}`;
}

/** The address of a view. It says everything itself; the id only names where it came from. */
export function addressOfView(caseNumber: number, view: { id: string; screen: string; search: string }): string {
  const search = new URLSearchParams(lookIn(new URLSearchParams(view.search)));
  search.set("view", view.id);
  return `/cases/${caseNumber}/${view.screen}?${search}`;
}
