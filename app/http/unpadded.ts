import { Transform } from "node:stream";

/**
 * React 18 fills a piece of a page that ends inside a letter of several bytes up with zeros, which browsers show as signs
 * of damage. No page of ours holds a zero of its own.
 * @see https://github.com/facebook/react/issues/24985
 */
export function unpadded(): Transform {
  return new Transform({
    transform(piece: Buffer, _encoding, done) {
      done(null, piece.includes(0) ? piece.filter((byte) => byte !== 0) : piece);
    },
  });
}
