import { data } from "@remix-run/node";
import { NotFoundPage } from "#app/shell/error-page.tsx";

/** Every address that no screen has. */
export function loader(): never {
  throw data({ message: "There is nothing at this address." }, { status: 404 });
}

export default NotFoundPage;
