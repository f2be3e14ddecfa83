import { type AppLoadContext, redirect } from "@remix-run/node";
import { refusal } from "#domain/words/refusal.ts";
import type { Member } from "#server/context.ts";

/** The signed-in member, for a loader; everybody else is sent to the sign-in page and comes back here afterwards. */
export function memberOf(context: AppLoadContext, request: Request): Member {
  if (context.member) return context.member;
  const { pathname, search } = new URL(request.url);
  throw redirect(`/sign-in?to=${encodeURIComponent(pathname.replace(/\.data$/, "") + search)}`);
}

/** The signed-in member, for an action: another page would cost what was typed. @throws AppError unauthenticated. */
export function memberWhoSends(context: AppLoadContext): Member {
  if (context.member) return context.member;
  throw refusal("unauthenticated", "forms", "signed_out");
}

/** A path on this site to go to after signing in; anything else becomes the list of cases. */
export function safeReturn(to: string | null): string {
  if (!to || !/^\/(?![/\\])/.test(to) || /[\t\n\r\\]/.test(to)) return "/cases";
  const url = URL.parse(to, "http://here.invalid");
  return url?.origin === "http://here.invalid" && !url.pathname.startsWith("//") ? url.pathname + url.search : "/cases";
}
