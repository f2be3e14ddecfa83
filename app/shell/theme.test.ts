import { expect, test } from "vitest";
import { readTheme, themeCookie } from "#app/shell/theme.ts";

const asking = (cookie: string) => readTheme(new Request("http://desk.example/", { headers: { Cookie: cookie } }));

test("what was chosen is read back from its own cookie", () => {
  for (const theme of ["system", "light", "dark"] as const) {
    expect(asking(`assay=x; ${themeCookie(theme).split(";")[0]}; other=1`)).toBe(theme);
  }
});

test("without a choice, or with a forged one, the system decides", () => {
  for (const cookie of ["", "assay-theme=pink", "x-assay-theme=dark", 'assay-theme="><script>']) {
    expect(asking(cookie)).toBe("system");
  }
});
