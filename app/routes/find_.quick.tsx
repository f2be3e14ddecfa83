import type { LoaderFunctionArgs } from "@remix-run/node";
import { readPlaces } from "#app/find/places.ts";

const MOST = 8;

/** What the dialog asks while somebody types: by words, by reference, or for the places where they were. */
export function loader({ context, request }: LoaderFunctionArgs) {
  const { member, services } = context;
  if (!member) return new Response(null, { status: 401 });
  const search = new URL(request.url).searchParams;
  const words = search.get("q") ?? "";
  const [open] = readPlaces(search.get("in") ?? "");
  if (words === "")
    return Response.json({ hits: services.find.places(member, readPlaces(search.get("recent") ?? "")) });
  const named = services.find.named(member, words, open?.caseNumber ?? null);
  return Response.json({ named, ...services.find.all(member, words, MOST) });
}
