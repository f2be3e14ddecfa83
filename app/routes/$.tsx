import type { LoaderFunctionArgs } from "@remix-run/node";
import { load } from "#app/http/act.ts";
import { NotFoundPage } from "#app/shell/error-page.tsx";
import { refusal } from "#domain/words/refusal.ts";

/** Every address that no screen has. */
export function loader({ context }: LoaderFunctionArgs): Promise<never> {
  return load(context, () => {
    throw refusal("not_found", "forms", "nothing_here");
  });
}

export default NotFoundPage;
