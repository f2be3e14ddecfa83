import { isIPv6 } from "node:net";

/** The address that limits count by: IPv4 whole, IPv6 cut to its /64, because one subscriber owns all of that. */
export function networkOf(address: string): string {
  if (!isIPv6(address)) return address;
  const groups = groupsOf(address);
  const [high = 0, low = 0] = groups.slice(6);
  const isMapped = groups.slice(0, 6).join() === "0,0,0,0,0,65535";
  if (isMapped) return [high >> 8, high & 255, low >> 8, low & 255].join(".");
  const first = groups.slice(0, 4).map((group) => group.toString(16));
  return `${first.join(":")}::/64`;
}

/** Its eight numbers; the URL parser brings every spelling of an address into one. */
function groupsOf(address: string): number[] {
  const plain = new URL(`http://[${address.split("%")[0]}]`).hostname.slice(1, -1);
  const [left = [], right = []] = plain.split("::").map((half) => half.split(":").filter(Boolean));
  const zeros = new Array<string>(8 - left.length - right.length).fill("0");
  return [...left, ...zeros, ...right].map((group) => Number.parseInt(group, 16));
}
