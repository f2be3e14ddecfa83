import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { Page } from "#app/ui/page.tsx";
import type { Sitting } from "#app/work/sitting.ts";

type ReviewEndProps = { sitting: Sitting; next: string | null; open: (id: string) => void; again: () => void };

/** After the last claim of the queue, or when nothing waits at all. */
export function ReviewEnd({ sitting, next, open, again }: ReviewEndProps) {
  const { decided, skipped } = sitting;
  return (
    <Page title="Review">
      <Empty
        title={decided.length + skipped.length > 0 ? "That was all" : "No claim waits for your decision"}
        action={
          <>
            {next !== null && (
              <Button kind="primary" onClick={() => open(next)}>
                Review the next
              </Button>
            )}
            {skipped.length > 0 && <Button onClick={again}>Look at what you skipped</Button>}
            <ButtonLink to="/my-work">Back to My work</ButtonLink>
          </>
        }
      >
        {endWords(sitting)}
      </Empty>
    </Page>
  );
}

function endWords({ decided, skipped }: Sitting): string {
  if (decided.length + skipped.length === 0)
    return "Claims come here when you are asked to review one, or when a claim that you signed has changed.";
  return `Decided in this sitting: ${decided.length}. Skipped: ${skipped.length}.`;
}
