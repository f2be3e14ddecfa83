import { useNavigate, useSearchParams } from "@remix-run/react";
import { compareAddress, comparedIn } from "#app/history/addresses.ts";
import { addressOf } from "#app/history/version-list.tsx";
import { useKeys } from "#app/ui/use-keys.ts";
import { useWords } from "#app/words/speech.tsx";
import type { Comparison } from "#server/services/version-compare.ts";
import type { HistoryRow } from "#server/services/version-rows.ts";

/** The keys that go through the versions. The focus goes along, so that the list shows where one is. */
export function useVersionKeys(rows: readonly HistoryRow[], { from, to }: Comparison): void {
  const say = useWords("history");
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const go = (step: number) => {
    const asked = comparedIn(search);
    const at = rows.findIndex(({ id }) => id === (asked.from?.startsWith("sign-off-") ? asked.from : to.id));
    const row = rows[at + step];
    if (!row) return;
    navigate(addressOf(row, search), { preventScrollReset: true });
    document.querySelector<HTMLElement>(`[data-version="${CSS.escape(row.id)}"]`)?.focus();
  };
  const swapped = compareAddress(search, { from: to.id, to: from.id });
  useKeys(say("versions"), [
    { key: "j", does: say("key_before"), run: () => go(1) },
    { key: "k", does: say("key_after"), run: () => go(-1) },
    { key: "x", does: say("swap"), run: () => navigate(swapped, { preventScrollReset: true }) },
  ]);
}
