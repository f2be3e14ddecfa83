import { describe, expect, test } from "vitest";
import { readLiveMessage } from "#app/live/live-message.ts";
import { BEFORE, type LiveEvent, type LiveState, nextLiveState, waitBefore } from "#app/live/live-state.ts";
import { mayHaveChanged } from "#app/live/read-at.ts";

const bo = {
  memberId: "m2",
  name: "Bo",
  colour: 1,
  claimId: "c3",
  claimReference: "C-14-3",
  field: "rationale",
  screen: "claims",
  since: 5,
  following: null,
  idle: false,
};
const said = (message: object, isNews = true): LiveEvent => {
  const read = readLiveMessage(JSON.stringify(message));
  if (!read) throw new Error("not a message");
  return { kind: "message", message: read, isNews };
};
const play = (...events: LiveEvent[]): LiveState =>
  events.reduce((state, event) => nextLiveState(state, event).state, BEFORE);

describe("the live channel of a case", () => {
  test("the greeting opens it, brings the roster and asks for fresh pages", () => {
    const state = play(said({ seq: 7, type: "hello", roster: [bo] }));
    const all = { changes: 1, decisions: 1, ofCase: 1 };
    expect(state).toEqual({ connection: "open", seq: 7, roster: [bo], ...all, last: "case" });
  });

  test("[RT76] a greeting that brings no news opens it, and loads no page again", () => {
    const greeting = said({ seq: 7, type: "hello", roster: [bo] }, false);
    expect(play(greeting)).toEqual({ ...BEFORE, connection: "open", seq: 7, roster: [bo] });
  });

  test("[RT76] a greeting after a connection that ended loads the page again, whatever it brings", () => {
    const greeting = said({ seq: 7, type: "hello", roster: [bo] }, false);
    expect(play(greeting, { kind: "closed", final: false }, greeting).changes).toBe(1);
  });

  test("[RT76] what a case is at a later mark, at none, or of another run, may be news", () => {
    expect(mayHaveChanged("run 7", "run 7")).toBe(false);
    expect(mayHaveChanged("run 6", "run 7")).toBe(false);
    expect(mayHaveChanged("run 8", "run 7")).toBe(true);
    expect(mayHaveChanged("next 1", "run 7")).toBe(true);
    expect(mayHaveChanged(null, "run 7")).toBe(true);
    expect(mayHaveChanged("run 7", null)).toBe(true);
  });

  test("a changed claim asks for fresh pages, presence only moves people", () => {
    const state = play(
      said({ seq: 1, type: "hello", roster: [] }),
      said({ seq: 2, type: "claim", claimId: "c3" }),
      said({ seq: 3, type: "presence", roster: [bo] }),
    );
    expect(state).toMatchObject({ changes: 2, last: "c3" });
    expect(state.roster).toEqual([bo]);
  });

  test("[RT77] what somebody types is no decision, and what happens on a claim is nothing that all pages of a case share", () => {
    const risen = (...types: string[]) => {
      const events = types.map((type, at) => said({ seq: at + 2, type, claimId: type === "case" ? undefined : "c3" }));
      const { changes, decisions, ofCase } = play(said({ seq: 1, type: "hello", roster: [] }, false), ...events);
      return { changes, decisions, ofCase };
    };
    expect(risen("edit")).toEqual({ changes: 1, decisions: 0, ofCase: 0 });
    expect(risen("claim", "edit", "discussion", "view")).toEqual({ changes: 4, decisions: 3, ofCase: 0 });
    for (const type of ["case", "document", "something new"])
      expect(risen("edit", type)).toEqual({ changes: 2, decisions: 1, ofCase: 1 });
  });

  test("a disk that refuses is told, also in the greeting, and loads no page again", () => {
    const read = (message: object) => readLiveMessage(JSON.stringify(message))?.readOnly;
    expect(read({ seq: 1, type: "hello", roster: [], readOnly: null })).toBeNull();
    expect(read({ seq: 2, type: "storage", readOnly: "SQLITE_FULL" })).toBe("SQLITE_FULL");
    expect(read({ seq: 3, type: "claim", claimId: "c3" })).toBeUndefined();
    const open = play(said({ seq: 1, type: "hello", roster: [] }));
    const after = nextLiveState(open, said({ seq: 2, type: "storage", readOnly: "SQLITE_FULL" })).state;
    expect(after).toEqual({ ...open, seq: 2 });
  });

  test("a missing number means that something went unseen", () => {
    const open = play(said({ seq: 1, type: "hello", roster: [] }));
    const { state, gap } = nextLiveState(open, said({ seq: 3, type: "presence", roster: [bo] }));
    expect(gap).toBe(true);
    expect(state.changes).toBe(open.changes + 1);
    expect(nextLiveState(open, said({ seq: 2, type: "claim" })).gap).toBe(false);
  });

  test("nobody is shown as present while the connection is down", () => {
    const greeting = said({ seq: 1, type: "hello", roster: [bo] });
    expect(play(greeting, { kind: "closed", final: false })).toMatchObject({ connection: "reconnecting", roster: [] });
    expect(play(greeting, { kind: "closed", final: true })).toMatchObject({ connection: "refused", roster: [] });
  });

  test("what is not a message is ignored, and a strange entry in the roster does not spoil the others", () => {
    expect(readLiveMessage("not json")).toBeNull();
    expect(readLiveMessage(new ArrayBuffer(3))).toBeNull();
    expect(readLiveMessage('{"type":"claim"}')).toBeNull();
    expect(readLiveMessage(JSON.stringify({ seq: 1, type: "hello", roster: [null, { name: 3 }, bo] }))?.roster).toEqual(
      [bo],
    );
  });

  test("the wait doubles up to a bound and never falls to nothing", () => {
    expect(waitBefore(0, 0)).toBe(125);
    expect(waitBefore(0, 1)).toBe(500);
    expect(waitBefore(3, 1)).toBe(4_000);
    expect(waitBefore(50, 1)).toBe(8_000);
    expect(waitBefore(50, 0)).toBe(2_000);
  });
});
