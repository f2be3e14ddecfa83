import { useSearchParams } from "@remix-run/react";
import { searchWithout } from "#app/board/filters.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Empty } from "#app/ui/empty.tsx";

export function NothingMatches() {
  const [search] = useSearchParams();
  return (
    <Empty
      title="Nothing matches"
      action={
        <ButtonLink to={searchWithout(search)} replace>
          Clear filters
        </ButtonLink>
      }
    >
      No claim of this case has all of these properties.
    </Empty>
  );
}
