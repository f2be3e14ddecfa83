import "#app/release/page-links.css";
import { useSearchParams } from "@remix-run/react";
import { ButtonLink } from "#app/ui/button.tsx";
import { useWords } from "#app/words/speech.tsx";
import type { PartOfList } from "#domain/part-of-list.ts";

type LinksProps = { part: PartOfList; name: string; param?: string };

/** Leads through a list that is too long for one page; nothing where one page holds it. `param`: where its page stands in the address. */
export function PageLinks({ part: { page, pages, from, to, found }, name, param = "page" }: LinksProps) {
  const say = useWords("release");
  const [search] = useSearchParams();
  if (pages === 1) return null;
  const links = [
    ["page_first", 1],
    ["page_previous", page - 1],
    ["page_next", page + 1],
    ["page_last", pages],
  ] as const;
  return (
    <nav className="page-links" aria-label={name}>
      <p className="page-links-shown">{say("page_shown", { from, to, count: found })}</p>
      <ul>
        {links.map(([id, to]) => (
          <li key={id}>
            {to === page || to < 1 || to > pages ? (
              <span className="page-links-none">{say(id)}</span>
            ) : (
              <ButtonLink to={addressOf(search, param, to)}>{say(id)}</ButtonLink>
            )}
          </li>
        ))}
      </ul>
    </nav>
  );
}

function addressOf(search: URLSearchParams, param: string, page: number): string {
  const next = new URLSearchParams(search);
  next.delete("claim");
  next.set(param, String(page));
  return `?${next}`;
}
