import type { LoaderFunctionArgs } from "@remix-run/node";
import { load } from "#app/http/act.ts";
import { numberFrom } from "#app/http/form.ts";
import { memberOf } from "#app/http/member.ts";
import { downloadOf } from "#app/release/download.ts";

export function loader({ context, request, params: { number, release } }: LoaderFunctionArgs) {
  const member = memberOf(context, request);
  const { bundles } = context.services;
  return load(context, async () =>
    downloadOf(context, await bundles.file(member, numberFrom(number), numberFrom(release))),
  );
}
