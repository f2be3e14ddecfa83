/** A moment as `<input type="datetime-local">` writes it, in the reader's own zone. */
export function localMoment(at: number): string {
  const day = new Date(at);
  const two = (value: number) => String(value).padStart(2, "0");
  const date = `${String(day.getFullYear()).padStart(4, "0")}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
  return `${date}T${two(day.getHours())}:${two(day.getMinutes())}`;
}

/** The moment in milliseconds as text, or nothing while it is incomplete. */
export function momentOf(local: string): string {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(local)) return "";
  const at = new Date(local).getTime();
  return Number.isNaN(at) ? "" : String(at);
}
