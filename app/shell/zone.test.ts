import { expect, test } from "vitest";
import { readZone } from "#app/shell/zone.ts";

const zoneIn = (cookie: string) => readZone(new Request("http://desk.invalid/", { headers: { Cookie: cookie } }));

test("[WD9] the zone that a browser says it is in counts where there is one of that name", () => {
  expect(zoneIn("assay-theme=dark; assay-zone=Europe/Berlin")).toBe("Europe/Berlin");
  expect(zoneIn("assay-zone=eUROPE/bERLIN")).toBe("Europe/Berlin");
  for (const cookie of ["", "x-assay-zone=UTC", "assay-zone=", "assay-zone=Mars/Olympus", 'assay-zone="><script>'])
    expect(zoneIn(cookie)).toBeNull();
});
