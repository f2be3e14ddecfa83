import type { LoaderFunctionArgs } from "@remix-run/node";
import { load } from "#app/http/act.ts";
import { numberFrom } from "#app/http/form.ts";
import { memberOf } from "#app/http/member.ts";
import { downloadOf } from "#app/release/download.ts";

export function loader({ context, request, params }: LoaderFunctionArgs) {
  const member = memberOf(context, request);
  const { releases } = context.services;
  return load(context, () => {
    const place = [numberFrom(params.number), numberFrom(params.release), numberFrom(params.claimNumber)] as const;
    return downloadOf(context, releases.claimFile(member, ...place));
  });
}
