import { expectAccessible } from "./support/axe.ts";
import { expectNarrow } from "./support/layout.ts";
import { expect, newPage, test } from "./support/people.ts";

test("somebody works in Arabic, from right to left, beside a colleague who works in English [WD5] [WD6] [WD8]", async ({
  context,
  desk,
  bo,
  everyError,
}) => {
  await context.addCookies([{ name: "assay-language", value: "ar", url: desk.url }]);
  const ana = await newPage(context, "Ana Noori", everyError);
  await ana.goto(`${desk.url}/members`);
  await expect(ana.locator("html")).toHaveAttribute("dir", "rtl");
  await ana.getByLabel("البريد الإلكتروني").fill("ana@desk.invalid");
  await ana.getByLabel("كلمة المرور", { exact: true }).fill("not the password");
  await ana.getByRole("button", { name: "تسجيل الدخول" }).click();
  await expect(ana.getByRole("alert")).toHaveText("البريد الإلكتروني أو كلمة المرور غير صحيحة.");
  await expectNarrow(ana, "signing in, refused");

  await ana.goto(desk.linkOf("Ana Noori"));
  await ana.getByRole("button", { name: "المتابعة باسم Ana" }).click();
  await expect(ana.getByText("لا ملفات بعد")).toBeVisible();
  await ana.getByRole("link", { name: "ملف جديد" }).click();
  await ana.getByLabel("العنوان").fill("   ");
  await ana.getByRole("button", { name: "أنشئ الملف" }).click();
  await expect(ana.getByRole("alert")).toHaveText("أعطِ الملف عنوانًا.");
  await ana.getByLabel("العنوان").fill("Ferry timetable");
  await expectAccessible(ana, "a new case, refused");
  await ana.getByRole("button", { name: "أنشئ الملف" }).click();
  await expect(ana.getByRole("heading", { level: 1 })).toHaveText("الملف 1Ferry timetable");
  await expect(ana.getByRole("button", { name: "في هذا الملف: أنت" })).toBeVisible();
  await ana.getByRole("link", { name: "الإعدادات" }).click();
  await expect(ana).toHaveTitle("إعدادات الملف 1 · Assay");
  await expectNarrow(ana, "settings");

  await ana.getByRole("link", { name: "الأعضاء" }).click();
  await ana.getByRole("button", { name: "إجراءات بشأن Bo Lindqvist" }).click();
  await ana.getByRole("menuitem", { name: "جعله محللًا…" }).click();
  await ana.getByRole("alertdialog").getByRole("button", { name: "اجعله محللًا" }).click();
  await expect(
    ana
      .getByRole("row", { name: /Bo Lindqvist/ })
      .getByRole("cell")
      .first(),
  ).toHaveText("محلل");
  await expectAccessible(ana, "members");
  await expectNarrow(ana, "members");

  await bo.goto(`${desk.url}/cases`);
  await expect(bo).toHaveTitle("Cases · Assay");
  await expect(bo.locator("html")).toHaveAttribute("dir", "ltr");
  await expect(bo.getByRole("link", { name: "Ferry timetable" })).toBeVisible();
});
