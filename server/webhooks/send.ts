import { type LookupAddress, lookup } from "node:dns";
import { request as httpRequest } from "node:http";
import { request as httpsRequest } from "node:https";
import { isIP, type LookupFunction } from "node:net";
import { isPublicAddress } from "#server/webhooks/public-address.ts";

const PATIENCE_MS = 10_000;

export type Sent = { isTaken: boolean; isGone: boolean; outcome: string };
export type SendOptions = { allowPrivate: boolean; resolve?: Resolve; patience?: number };
type Resolve = (host: string) => Promise<LookupAddress[]>;

/**
 * Posts a body once. It goes to no address of the inner network unless that is allowed: every address of the name is
 * looked at, and the connection is made to one that was. Redirects are not followed, and nothing of the answer is kept.
 */
export function send(url: string, headers: Record<string, string>, body: string, options: SendOptions): Promise<Sent> {
  const { allowPrivate, resolve = resolveAll, patience = PATIENCE_MS } = options;
  const { protocol, hostname } = new URL(url);
  const literal = hostname.replace(/^\[|\]$/g, "");
  if (isIP(literal) && !allowPrivate && !isPublicAddress(literal)) return Promise.resolve(failed("private address"));
  const request = protocol === "https:" ? httpsRequest : httpRequest;
  return new Promise((settle) => {
    const going = request(url, {
      method: "POST",
      agent: false,
      lookup: allowPrivate ? undefined : publicLookup(resolve),
      signal: AbortSignal.timeout(patience),
      headers: { ...headers, "content-type": "application/json", "content-length": Buffer.byteLength(body) },
    });
    going.on("response", (answer) => {
      const status = answer.statusCode ?? 0;
      answer.destroy();
      settle({ isTaken: status >= 200 && status < 300, isGone: status === 410, outcome: `HTTP ${status}` });
    });
    going.on("error", (error) => settle(failed(wordsFor(error))));
    going.end(body);
  });
}

const failed = (outcome: string): Sent => ({ isTaken: false, isGone: false, outcome });

const resolveAll: Resolve = (host) =>
  new Promise((found, fail) => {
    lookup(host, { all: true }, (error, all) => (error ? fail(error) : found(all)));
  });

/** A name counts only when all of its addresses are public: one that changes its mind between two questions gains nothing. */
const publicLookup =
  (resolve: Resolve): LookupFunction =>
  (host, options, done) => {
    resolve(host).then(
      (all) => {
        const [first] = all;
        if (!first || !all.every(({ address }) => isPublicAddress(address))) return done(new PrivateAddress(), "", 0);
        if (options.all) return done(null, all);
        done(null, first.address, first.family);
      },
      (error) => done(error, "", 0),
    );
  };

class PrivateAddress extends Error {
  override readonly name = "PrivateAddress";
}

function wordsFor(error: Error & { code?: string }): string {
  if (error.name === "PrivateAddress") return "private address";
  if (error.name === "TimeoutError" || error.name === "AbortError") return "no answer in time";
  return error.code ?? "connection failed";
}
