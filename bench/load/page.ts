import { WebSocket } from "ws";
import { readLiveMessage } from "#app/live/live-message.ts";
import { BEFORE, nextLiveState } from "#app/live/live-state.ts";
import { waitToLoad } from "#app/live/pace.ts";
import { UNASKED_HEADER } from "#domain/protocol.ts";
import type { Running } from "../contestants.ts";

/** What an open page of a case asks of the server, without the page: it listens as ours does, and loads at the same pace. */
export type OpenPage = { loads: number; close(): Promise<void> };

/** The half of a card, which is loaded again when somebody types. */
const CARD = "/cases/1/claims/1.data?_routes=routes%2Fcases.%24number.claims.%24claimNumber";

/** `place`: from 0 to 1, among all that are open. */
export async function openPage(server: Running, person: number, place: number): Promise<OpenPage> {
  const at = `127.0.0.1:${server.ready.port}`;
  const headers = server.headers(person);
  const socket = new WebSocket(`ws://${at}${server.ready.live}`, { headers });
  let [state, shown, since] = [BEFORE, BEFORE, Number.NEGATIVE_INFINITY];
  let timer: NodeJS.Timeout | undefined;
  let loading: Promise<void> | null = null;
  let isClosed = false;
  const page: OpenPage = {
    loads: 0,
    close: async () => {
      isClosed = true;
      clearTimeout(timer);
      await loading;
      socket.close();
    },
  };
  const look = () => {
    if (isClosed || timer || loading || state.changes === shown.changes) return;
    const isDecided = state.decisions !== shown.decisions;
    const wait = waitToLoad({ isDecided, people: state.roster.length, elapsedMs: performance.now() - since, place });
    timer = setTimeout(() => {
      timer = undefined;
      loading = load().finally(() => {
        loading = null;
        look();
      });
    }, wait);
  };
  const load = async () => {
    [shown, since] = [state, performance.now()];
    page.loads++;
    const answer = await fetch(`http://${at}${CARD}`, { headers: { ...headers, [UNASKED_HEADER]: "1" } });
    await answer.arrayBuffer();
  };
  socket.on("message", (frame, isBinary) => {
    const message = isBinary ? null : readLiveMessage(String(frame));
    if (message) state = nextLiveState(state, { kind: "message", message, isNews: false }).state;
    look();
  });
  await new Promise((resolve, reject) => socket.once("open", resolve).once("error", reject));
  return page;
}
