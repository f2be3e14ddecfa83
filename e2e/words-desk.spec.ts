import type { Locator, Page } from "@playwright/test";
import { expectAccessible } from "./support/axe.ts";
import { expectNarrow } from "./support/layout.ts";
import { claimFromWords } from "./support/newsroom.ts";
import { expect, test } from "./support/people.ts";
import { send } from "./support/send.ts";

test("what Ana does in English Chen hears in Arabic, on a board that runs from right to left", async ({
  ana,
  chen,
}) => {
  const card = await claimFromWords(ana, "around 300 containers");
  const board = new URL("board", new URL("..", card)).href;
  await send(ana, board, { intent: "create", statement: "The quay was closed." });
  await chen.context().addCookies([{ name: "assay-language", value: "ar", url: new URL("/", card).href }]);
  await ana.goto(board);
  await chen.goto(board);
  const ours = claim(chen, "The quay was closed.");

  await test.step("columns and arrows follow the direction of the page", async () => {
    await expect(chen.locator("html")).toHaveAttribute("dir", "rtl");
    const [first, second] = [await left(column(chen, "الوارد")), await left(column(chen, "قيد البحث"))];
    expect(first).toBeGreaterThan(second);
    await claim(ana, "The quay was closed.").focus();
    await ana.keyboard.press("s");
    await ana.getByRole("menuitemradio", { name: "Researching" }).click();
    await expect(column(chen, "قيد البحث").getByText("The quay was closed.")).toBeVisible();
    await claim(chen, "around 300").focus();
    await chen.keyboard.press("ArrowLeft");
    await expect(ours).toBeFocused();
  });

  await test.step("a colleague's claim waits, and is counted in Arabic", async () => {
    await send(ana, board, { intent: "create", statement: "The crane fell." });
    await expect(chen.getByRole("status").getByText("ادعاء واحد جديد أو منقول: عرض L")).toBeVisible();
    await expectAccessible(chen, "board in Arabic");
    await expectNarrow(chen, "board in Arabic");
    await chen.keyboard.press("l");
    await expect(claim(chen, "The crane fell.")).toBeVisible();
  });

  await test.step("what is given to Chen is told in Arabic, what Chen does is told to Ana in English", async () => {
    await ana.keyboard.press("l");
    await claim(ana, "The crane fell.").focus();
    await ana.keyboard.press("a");
    await ana.getByRole("dialog").getByLabel("Assignee").selectOption({ label: "Chen Wei" });
    await ana.getByRole("dialog").getByRole("button", { name: "Assign" }).click();
    await expect(chen.getByRole("link", { name: "الإشعارات، 1 غير مقروء" })).toBeVisible();
    await expect(chen.getByText("وصل إشعار جديد.")).toBeAttached();
    await claim(ana, "The crane fell.").focus();
    await ours.focus();
    await chen.keyboard.press("s");
    await chen.getByRole("menuitemradio", { name: "قيد المراجعة" }).click();
    await expect(chen.getByText("نُقل C-1-2 من «قيد البحث» إلى «قيد المراجعة».").first()).toBeVisible();
    await expect(ana.getByRole("button", { name: "1 new or moved: show L" })).toBeVisible();
  });

  await test.step("the other screens fit, and say who did what", async () => {
    await chen.getByRole("link", { name: /^الإشعارات/ }).click();
    await expect(chen.getByText("أسنده Ana Noori إليك.")).toBeVisible();
    await expectAccessible(chen, "notifications in Arabic");
    await expectNarrow(chen, "notifications in Arabic");
    for (const [path, title] of [
      ["/my-work", "عملي"],
      ["/find?q=crane", "بحث"],
      [new URL(board.replace("board", "table")).pathname, "الادعاءات في جدول"],
    ] as const) {
      await chen.goto(new URL(path, board).href);
      await expect(
        chen.getByRole("heading", { name: title }).or(chen.getByRole("region", { name: title })),
      ).toBeVisible();
      await expectNarrow(chen, `${path} in Arabic`);
    }
  });
});

const claim = (page: Page, statement: string) => page.locator(".claim-card").getByRole("link", { name: statement });
const column = (page: Page, status: string) => page.getByRole("region", { name: new RegExp(`^${status}`) });
const left = async (box: Locator) => (await box.boundingBox())?.x ?? 0;
