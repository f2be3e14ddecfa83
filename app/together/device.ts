import { type Signal, signal } from "#app/ui/signal.ts";

/** A choice that this browser keeps. Where it may keep nothing, the choice lasts as long as the page. */
export function kept<T extends string>(key: string, values: readonly T[], usual: T): Signal<T> {
  const inside = signal<T | null>(null);
  const read = (): T => values.find((one) => one === stored(key)) ?? usual;
  return {
    get: () => inside.get() ?? read(),
    set: (value) => {
      store(key, value);
      inside.set(value);
    },
    subscribe: inside.subscribe,
  };
}

function stored(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function store(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    return;
  }
}
