import { useEffect } from "react";
import type { CardConnection } from "#app/card/connection.ts";
import { useRoot } from "#app/shell/use-root.ts";
import type { KeptCard } from "#app/unsent/unsent-store.ts";

type Whose = { memberId: string; canEdit: boolean };

/**
 * Keeps what is typed on this card on this device until the server has it, where the member wants that. Where the device
 * keeps nothing, the tab alone has it, as the head of the card says.
 */
export function useKeptEdits(
  connection: CardConnection | null,
  { claimId, reference, to }: KeptCard,
  { memberId, canEdit }: Whose,
): void {
  const keeps = useRoot()?.keepsTyped ?? false;
  useEffect(() => {
    if (!connection || !keeps) return;
    let close: (() => void) | null = () => {};
    const leave = () => connection.keepOn(null, canEdit);
    import("#app/unsent/unsent-store.ts")
      .then(({ openDevice }) => openDevice(memberId, { claimId, reference, to }, leave))
      .then((device) => {
        if (close === null) return device.close();
        close = device.close;
        connection.keepOn(device, canEdit);
      })
      .catch(leave);
    return () => {
      close?.();
      close = null;
      leave();
    };
  }, [connection, keeps, claimId, reference, to, memberId, canEdit]);
}
