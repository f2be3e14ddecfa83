import type { LoaderFunctionArgs } from "@remix-run/node";
import { load } from "#app/http/act.ts";
import { numberFrom } from "#app/http/form.ts";
import { memberOf } from "#app/http/member.ts";
import { downloadOf } from "#app/release/download.ts";

export function loader({ context, request, params }: LoaderFunctionArgs) {
  const member = memberOf(context, request);
  const { number, release, format = "" } = params;
  const mark = new URL(request.url).searchParams.get("mark") ?? "";
  return load(context, () =>
    downloadOf(context, context.services.releases.file(member, numberFrom(number), numberFrom(release), format, mark)),
  );
}
