import { useSearchParams } from "@remix-run/react";
import { searchWithout } from "#app/board/filters.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { useWords } from "#app/words/speech.tsx";

export function NothingMatches() {
  const [search] = useSearchParams();
  const say = useWords("board");
  return (
    <Empty
      title={say("nothing_matches")}
      action={
        <ButtonLink to={searchWithout(search)} replace>
          {say("clear_filters")}
        </ButtonLink>
      }
    >
      {say("nothing_matches_hint")}
    </Empty>
  );
}
