import type { Request, RequestHandler } from "express";

/**
 * Lets a signed-in person's request go on only when all of its body is here. Who they are and what they may do is looked
 * up after that, so that a form which somebody holds open while their role or account ends is judged by what they are when
 * it arrives. Stands behind `requestLimits`, which bounds the length and makes sure that there is one.
 */
export function wholeBody(isSignedIn: (request: Request) => boolean): RequestHandler {
  return (request, _response, next) => {
    const length = Number(request.headers["content-length"] ?? 0);
    if (length === 0 || !isSignedIn(request)) return next();
    const chunks: Buffer[] = [];
    let missing = length;
    const collect = (chunk: Buffer) => {
      chunks.push(chunk);
      missing -= chunk.length;
      if (missing > 0) return;
      request.off("data", collect).pause();
      request.unshift(Buffer.concat(chunks));
      next();
    };
    request.on("data", collect);
  };
}
