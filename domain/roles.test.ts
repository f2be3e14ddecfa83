import fc from "fast-check";
import { expect, test } from "vitest";
import type { Action, Role } from "#domain/roles.ts";
import { can, ROLES } from "#domain/roles.ts";

const may = (role: Role, action: Action) => can({ id: "m", role }, action);

test.each<[Role, Action, boolean]>([
  ["viewer", "case.read", true],
  ["viewer", "release.read", true],
  ["viewer", "claim.edit", false],
  ["viewer", "claim.review", false],
  ["analyst", "claim.edit", true],
  ["analyst", "claim.review", true],
  ["analyst", "claim.assign", false],
  ["analyst", "release.make", false],
  ["editor", "claim.override", true],
  ["editor", "release.make", true],
  ["editor", "member.manage", false],
  ["admin", "member.manage", true],
])("a %s asking for %s: %s", (role, action, allowed) => {
  expect(may(role, action)).toBe(allowed);
});

test("a higher role may do everything a lower one may", () => {
  const actions: Action[] = [
    "case.read",
    "claim.edit",
    "claim.assign",
    "release.make",
    "member.invite",
    "member.manage",
  ];
  for (const action of actions) {
    const allowed = ROLES.map((role) => may(role, action));
    expect(allowed).toEqual([...allowed].sort());
  }
});

test("a restricted case is open to its members and to admins, whatever else a role allows", () => {
  const restricted = { restricted: true, memberIds: ["in"] };
  expect(can({ id: "in", role: "viewer" }, "case.read", restricted)).toBe(true);
  expect(can({ id: "out", role: "editor" }, "case.read", restricted)).toBe(false);
  expect(can({ id: "out", role: "admin" }, "case.read", restricted)).toBe(true);
  expect(can({ id: "in", role: "viewer" }, "claim.edit", restricted)).toBe(false);
});

test("membership reads alike from a list and from a set, and being listed never adds to a role", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...ROLES),
      fc.boolean(),
      fc.array(fc.constantFrom("m", "n")),
      (role, isRestricted, ids) => {
        const fromList = can({ id: "m", role }, "claim.edit", { restricted: isRestricted, memberIds: ids });
        expect(can({ id: "m", role }, "claim.edit", { restricted: isRestricted, memberIds: new Set(ids) })).toBe(
          fromList,
        );
        expect(fromList && !may(role, "claim.edit")).toBe(false);
      },
    ),
  );
});
