import { OutsideStore } from "#app/card/outside-store.ts";
import { caseNews } from "#app/live/case-news.ts";
import { noteChange, noteGreeting } from "#app/live/changed-claims.ts";
import { type Here, readLiveMessage } from "#app/live/live-message.ts";
import { BEFORE, type LiveEvent, type LiveState, nextLiveState, waitBefore } from "#app/live/live-state.ts";
import { mayHaveChanged } from "#app/live/read-at.ts";
import { readOnly } from "#app/live/read-only.ts";
import { signedOut } from "#app/live/signed-out.ts";
import { CLOSE, livePath } from "#domain/protocol.ts";

/** The one JSON socket of an open case. It is open while somebody subscribes to it. */
export class LiveCase {
  #store = new OutsideStore<LiveState>(BEFORE);
  #socket: WebSocket | null = null;
  #users = 0;
  #attempt = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #here: Here | null = null;
  #holds = 0;
  readonly #caseId: string;

  constructor(caseId: string) {
    this.#caseId = caseId;
  }

  read = (): LiveState => this.#store.read();

  subscribe = (listener: () => void): (() => void) => {
    const leave = this.#store.subscribe(listener);
    if (this.#users++ === 0) this.#watchNetwork(true);
    this.#connect();
    return () => {
      leave();
      this.#users--;
      // The next screen may subscribe in the same moment; only when nobody does is the socket closed.
      setTimeout(() => this.#users === 0 && this.#close(), 0);
    };
  };

  /** Tells colleagues where this person is, now and after every reconnect. */
  say(here: Here): void {
    if (JSON.stringify(here) === JSON.stringify(this.#here)) return;
    this.#here = here;
    this.#sendHere();
  }

  /** Says the same again: this person is still here. */
  repeat(): void {
    this.#sendHere();
  }

  /** Keeps the page as it is, e.g. while something is dragged; call the answer to let changes in again. */
  hold(): () => void {
    this.#holds++;
    let held = true;
    return () => {
      if (!held) return;
      held = false;
      this.#holds--;
      if (this.#holds === 0) this.#store.write({ ...this.#store.read() });
    };
  }

  /** Follows the case again, e.g. after signing in, when the server had ended it for good. */
  again(): void {
    const state = this.#store.read();
    if (state.connection !== "refused") return;
    this.#store.write({ ...state, connection: "reconnecting" });
    this.#connectLater();
  }

  get isHeld(): boolean {
    return this.#holds > 0;
  }

  #connect(): void {
    if (this.#socket || this.#users === 0 || this.#store.read().connection === "refused") return;
    clearTimeout(this.#timer);
    const url = new URL(livePath(this.#caseId), location.href);
    url.protocol = url.protocol.replace("http", "ws");
    const socket = new WebSocket(url);
    this.#socket = socket;
    socket.onmessage = (event) => socket === this.#socket && this.#hear(event.data);
    socket.onclose = (event) => socket === this.#socket && this.#lost(event.code);
  }

  #hear(frame: unknown): void {
    const message = readLiveMessage(frame);
    if (!message) return;
    const gap = this.#apply({ kind: "message", message, isNews: mayHaveChanged(message.mark) });
    if (message.type === "hello") noteGreeting(this.#caseId, message.mark);
    else noteChange(this.#caseId, gap ? null : message);
    if (message.type === "claim" || message.type === "discussion") caseNews.set(caseNews.get() + 1);
    if (message.readOnly !== undefined) readOnly.set(message.readOnly);
    if (message.type === "hello") {
      this.#attempt = 0;
      this.#sendHere();
    }
    if (gap) this.#socket?.close();
  }

  #lost(code: number): void {
    this.#socket = null;
    this.#apply({ kind: "closed", final: code >= 4400 && code < 4500 });
    if (code === CLOSE.signedOut) signedOut.set(true);
    this.#connectLater();
  }

  #connectLater(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#connect(), waitBefore(this.#attempt++, Math.random()));
  }

  #apply(event: LiveEvent): boolean {
    const { state, gap } = nextLiveState(this.#store.read(), event);
    this.#store.write(state);
    return gap;
  }

  #sendHere(): void {
    if (!this.#here || this.#socket?.readyState !== WebSocket.OPEN) return;
    this.#socket.send(JSON.stringify({ type: "here", ...this.#here }));
  }

  /** The browser knows at once when the network goes; the socket would notice much later. */
  #watchNetwork(on: boolean): void {
    const change = on ? window.addEventListener : window.removeEventListener;
    change.call(window, "offline", this.#offline);
    change.call(window, "online", this.#online);
  }

  #offline = (): void => {
    const socket = this.#socket;
    if (!socket) return;
    this.#lost(1006);
    socket.close();
  };

  #online = (): void => {
    this.#attempt = 0;
    this.#connect();
  };

  #close(): void {
    this.#watchNetwork(false);
    clearTimeout(this.#timer);
    const socket = this.#socket;
    this.#socket = null;
    socket?.close();
    this.#store.write(BEFORE);
    noteChange(this.#caseId, null);
    readOnly.set(undefined);
  }
}

const open = new Map<string, LiveCase>();

/** The channel of a case: one per tab, however many components ask for it. */
export function liveCase(caseId: string): LiveCase {
  const found = open.get(caseId) ?? new LiveCase(caseId);
  open.set(caseId, found);
  return found;
}
