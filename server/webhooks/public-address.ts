import { BlockList, isIP } from "node:net";

/** IPv4 that is no public host, by IANA's registry of special-purpose addresses; multicast and above too. */
const SPECIAL_4 = [
  ...["0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12"],
  ...["192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24"],
  ...["203.0.113.0/24", "224.0.0.0/3"],
] as const;
/** Within 2000::/3, the only public part of IPv6. */
const SPECIAL_6 = ["2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20"] as const;

const closed = new BlockList();
for (const [list, family] of [
  [SPECIAL_4, "ipv4"],
  [SPECIAL_6, "ipv6"],
] as const)
  for (const range of list) closed.addSubnet(range.split("/")[0] ?? "", Number(range.split("/")[1]), family);

const open6 = new BlockList();
open6.addSubnet("2000::", 3, "ipv6");

/** Whether an address as the resolver gives it belongs to the public internet. Every doubtful form counts as private. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !closed.check(address, "ipv4");
  if (family === 6) return open6.check(address, "ipv6") && !closed.check(address, "ipv6");
  return false;
}
