import { createServer } from "node:http";
import { beforeEach, expect, onTestFinished, test } from "vitest";
import { isLater } from "#domain/case-mark.ts";
import { CLOSE, collabPath, livePath } from "#domain/protocol.ts";
import { type Wire, wireInto } from "#server/collab/wire.fixture.ts";
import type { Member } from "#server/context.ts";
import { sessionCookie } from "#server/http/cookies.ts";
import { offerPassword } from "#server/services/passwords.ts";
import { caseWithClaim, once, type TestDesk, testDesk } from "#server/testing/desk.ts";

let desk: TestDesk;
let ana: Member;
let chen: Member;
let claimId: string;
const sessionOf = new Map<string, string>();

beforeEach(() => {
  desk = testDesk();
  onTestFinished(() => desk.close());
  [ana, chen] = [desk.member("Ana", "admin"), desk.member("Chen", "analyst")];
  claimId = caseWithClaim(desk, ana).claimId;
  for (const { id } of [ana, chen]) sessionOf.set(id, desk.services.sessions.begin(id, "Test").sessionId);
});

const caseId = () => desk.services.cases.open(ana, 1).id;

/** Changes who may open the case: nobody but Ana, and whoever else is listed. */
function restrict(...members: Member[]): void {
  const { title, scale, quorum, version } = desk.services.cases.open(ana, 1);
  const choices = { title, scaleId: scale?.id ?? "", quorum, restricted: true, memberIds: members.map(({ id }) => id) };
  desk.services.cases.configure(ana, 1, { ...choices, version, ...once() });
}

/** What ends or changes what Chen may do, and the code with which the sockets close. */
const ENDINGS: Record<string, { end: () => void | Promise<void>; code: number }> = {
  "signing out": { end: () => desk.services.sessions.end(sessionOf.get(chen.id) ?? ""), code: CLOSE.signedOut },
  "a new password": {
    end: () => {
      const url = offerPassword(desk.db, chen.id, { at: desk.clock.now, validMs: 1_000 });
      return desk.services.passwords.choose(url, "The tide turns at nine.");
    },
    code: CLOSE.signedOut,
  },
  "another role": {
    end: () => desk.services.members.setRole(ana, chen.id, { role: "viewer", ...once() }),
    code: CLOSE.resync,
  },
  "a closed account": { end: () => desk.services.members.deactivate(ana, chen.id, once()), code: CLOSE.signedOut },
  "a case that is restricted": { end: () => restrict(), code: CLOSE.noSuchClaim },
};

/** Opens a socket as the server does for a browser with this member's session, and tells how it closes. */
async function openAs({ id }: Member, path: string): Promise<{ wire: Wire; closedWith: Promise<number> }> {
  const server = createServer();
  desk.rooms.attach(server);
  const cookie = `${sessionCookie(false, 3000).name}=${sessionOf.get(id)}`;
  const wire = await wireInto(server, `${path}?layout=1`, { origin: "http://localhost:3000", cookie });
  const closedWith = new Promise<number>((resolve) => {
    wire.onClose = resolve;
  });
  return { wire, closedWith };
}

test.each(Object.entries(ENDINGS))(
  "[RT16] %s closes the sockets of that person at once, on the card and on the case, and nobody else's",
  async (_name, { end, code }) => {
    const [card, board] = [await openAs(chen, collabPath(claimId)), await openAs(chen, livePath(caseId()))];
    const others = await openAs(ana, collabPath(claimId));
    let isAnaOut = false;
    void others.closedWith.then(() => {
      isAnaOut = true;
    });
    await end();
    // The clock of the desk stands still, so that no later look at who may stay can have done it.
    expect(await Promise.all([card.closedWith, board.closedWith])).toEqual([code, code]);
    expect(isAnaOut).toBe(false);
    others.wire.end();
  },
  5_000,
);

test("[RT76] a page that was read before another role was given counts as old", () => {
  const readAt = desk.live.moment();
  expect(isLater(desk.live.mark(caseId()), readAt)).toBe(false);
  desk.services.members.setRole(ana, chen.id, { role: "viewer", ...once() });
  expect(isLater(desk.live.mark(caseId()), readAt)).toBe(true);
});
