import { expect, test } from "vitest";
import { DENSITIES, densityCookie, readDensity } from "#app/shell/density.ts";
import { readTheme, THEMES, themeCookie } from "#app/shell/theme.ts";

const asking = (cookie: string) => new Request("http://desk.example/", { headers: { Cookie: cookie } });
const kept = (cookie: string) => asking(`assay=x; ${cookie.split(";")[0]}; other=1`);

test("[BV30] what was chosen is read back from its own cookie", () => {
  for (const theme of THEMES) expect(readTheme(kept(themeCookie(theme)))).toBe(theme);
  for (const density of DENSITIES) expect(readDensity(kept(densityCookie(density)))).toBe(density);
});

test("without a choice, or with a forged one, the system decides and rows are comfortable", () => {
  for (const cookie of ["", "assay-theme=pink", "x-assay-theme=dark", 'assay-theme="><script>'])
    expect(readTheme(asking(cookie))).toBe("system");
  for (const cookie of ["", "assay-density=none", "x-assay-density=compact"])
    expect(readDensity(asking(cookie))).toBe("comfortable");
});
