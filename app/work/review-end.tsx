import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { Page } from "#app/ui/page.tsx";
import { useWords } from "#app/words/speech.tsx";
import type { Sitting } from "#app/work/sitting.ts";

type ReviewEndProps = { sitting: Sitting; next: string | null; open: (id: string) => void; again: () => void };

/** After the last claim of the queue, or when nothing waits at all. */
export function ReviewEnd({ sitting, next, open, again }: ReviewEndProps) {
  const { decided, skipped } = sitting;
  const say = useWords("work");
  return (
    <Page title={say("review")}>
      <Empty
        title={say(decided.length + skipped.length > 0 ? "end_title" : "empty_title")}
        action={
          <>
            {next !== null && (
              <Button kind="primary" onClick={() => open(next)}>
                {say("review_next")}
              </Button>
            )}
            {skipped.length > 0 && <Button onClick={again}>{say("look_at_skipped")}</Button>}
            <ButtonLink to="/my-work">{say("back")}</ButtonLink>
          </>
        }
      >
        {decided.length + skipped.length === 0
          ? say("empty_hint")
          : say("sitting", { decided: decided.length, skipped: skipped.length })}
      </Empty>
    </Page>
  );
}
