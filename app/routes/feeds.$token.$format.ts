import type { LoaderFunctionArgs } from "@remix-run/node";
import { load } from "#app/http/act.ts";

/** For feed readers, which have the address and no session. Nothing in it runs, should somebody open it in a browser. */
export function loader({ context, params: { token = "", format = "" } }: LoaderFunctionArgs) {
  return load(context, () => {
    const { mediaType, body } = context.services.feeds.read(token, format);
    return new Response(body, {
      headers: { "Content-Type": mediaType, "Content-Security-Policy": "sandbox; default-src 'none'" },
    });
  });
}
