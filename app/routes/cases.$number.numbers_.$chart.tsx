import type { LoaderFunctionArgs } from "@remix-run/node";
import { load } from "#app/http/act.ts";
import { numberFrom } from "#app/http/form.ts";
import { memberOf } from "#app/http/member.ts";
import { downloadOf } from "#app/release/download.ts";
import { daysFrom } from "#domain/numbers.ts";

export function loader({ context, request, params }: LoaderFunctionArgs) {
  const member = memberOf(context, request);
  const days = daysFrom(new URL(request.url).searchParams);
  const { number, chart = "" } = params;
  return load(context, () =>
    downloadOf(context, context.services.numbers.caseFile(member, numberFrom(number), chart, days)),
  );
}
