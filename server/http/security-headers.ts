import { randomBytes } from "node:crypto";
import type { RequestHandler } from "express";
import helmet from "helmet";

/**
 * The usual headers on every answer, and an enforced Content-Security-Policy with one nonce per response
 * (`response.locals.nonce`). In development Vite needs inline styles and its own socket.
 */
export function securityHeaders({ production, https }: { production: boolean; https: boolean }): RequestHandler {
  const nonce = (_request: unknown, response: unknown) =>
    `'nonce-${(response as { locals: { nonce: string } }).locals.nonce}'`;
  const headers = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'", nonce, "'strict-dynamic'"],
        styleSrc: production ? ["'self'", nonce] : ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", "data:"],
        fontSrc: ["'self'"],
        connectSrc: production ? ["'self'"] : ["'self'", "ws:"],
        manifestSrc: ["'self'"],
        baseUri: ["'none'"],
        objectSrc: ["'none'"],
        frameAncestors: ["'none'"],
        formAction: ["'self'"],
      },
    },
    strictTransportSecurity: https ? { maxAge: 31_536_000 } : false,
    // Not "no-referrer": with it a form that is sent before or without scripts has the Origin "null", which Remix refuses.
    referrerPolicy: { policy: "same-origin" },
    crossOriginEmbedderPolicy: false,
  });
  return (request, response, next) => {
    response.locals.nonce = randomBytes(16).toString("base64");
    response.setHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
    headers(request, response, next);
  };
}
