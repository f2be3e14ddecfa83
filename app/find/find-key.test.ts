import { afterEach, describe, expect, test, vi } from "vitest";
import { isFindKey } from "#app/find/find-key.ts";
import { placeIn, readPlaces } from "#app/find/places.ts";

const press = (given: Partial<Parameters<typeof isFindKey>[0]>) =>
  isFindKey({ key: "k", code: "KeyK", ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...given });

afterEach(() => vi.unstubAllGlobals());

describe("Ctrl+K", () => {
  test("[FI11] is meant on every layout, and nothing else is", () => {
    vi.stubGlobal("navigator", { platform: "Linux x86_64" });
    for (const key of ["k", "K", "л", "ن", "κ"]) expect(press({ key, ctrlKey: true }), key).toBe(true);
    for (const given of [{}, { metaKey: true }, { ctrlKey: true, altKey: true }, { ctrlKey: true, shiftKey: true }])
      expect(press(given)).toBe(false);
    expect(press({ key: "t", ctrlKey: true })).toBe(false);
  });

  test("[FI11] is ⌘K on a Mac, where Ctrl+K takes out the rest of a line", () => {
    vi.stubGlobal("navigator", { platform: "MacIntel" });
    expect([press({ metaKey: true }), press({ ctrlKey: true })]).toEqual([true, false]);
  });
});

describe("recent places", () => {
  test("[FI10] hold an address and nothing of what stands there", () => {
    expect(placeIn("/cases/14/claims/3/merge")).toBe("14-3");
    expect(placeIn("/cases/14/board")).toBe("14");
    expect(placeIn("/my-work")).toBeNull();
  });

  test("[FI10] that are none are left out", () => {
    expect(readPlaces("14-3,14,<b>,1-2-3,,-1")).toEqual([
      { caseNumber: 14, claimNumber: 3 },
      { caseNumber: 14, claimNumber: null },
    ]);
    expect(readPlaces("1,".repeat(1_000)).length).toBeLessThanOrEqual(12);
  });
});
