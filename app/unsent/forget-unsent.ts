/** What unsent words are kept under, each followed by the id of the member who typed them. */
export const UNSENT = "assay.unsent.";

/** Whose words stay: in this tab, and on this device. Null for nobody's. */
type Staying = { inTab: string | null; onDevice: string | null };

/** Deletes what this browser keeps of everybody else. */
export async function forgetUnsent({ inTab, onDevice }: Staying): Promise<void> {
  forgetIn(sessionStorage, inTab);
  forgetIn(localStorage, onDevice);
  const databases = (await indexedDB.databases?.()) ?? [];
  await Promise.all(databases.map(({ name = "" }) => isGoing(name, onDevice) && deleted(name)));
}

const isGoing = (name: string, staying: string | null): boolean =>
  name.startsWith(UNSENT) && (staying === null || !name.startsWith(UNSENT + staying));

function forgetIn(storage: Storage, staying: string | null): void {
  for (const name of Object.keys(storage)) if (isGoing(name, staying)) storage.removeItem(name);
}

/** Resolves at the latest when another tab holds it, which lets go by itself. */
const deleted = (name: string): Promise<void> =>
  new Promise((resolve) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = request.onerror = request.onblocked = () => resolve();
  });
