import { useSaid } from "#app/discussion/use-said.ts";
import { Button } from "#app/ui/button.tsx";
import { Dialog } from "#app/ui/dialog.tsx";
import { OnceKey } from "#app/ui/once-key.tsx";
import { Refusal } from "#app/ui/refusal.tsx";
import { useWords } from "#app/words/speech.tsx";

/** Asks first, because the words do not come back. */
export function DeleteComment({ commentId, onClose }: { commentId: string; onClose: () => void }) {
  const say = useWords("discussion");
  const fetcher = useSaid(onClose);
  return (
    <Dialog title={say("delete_title")} role="alertdialog" isOpen onOpenChange={(open) => !open && onClose()}>
      <p>{say("delete_what")}</p>
      <fetcher.Form method="post" className="actions">
        <OnceKey />
        <input type="hidden" name="intent" value="delete-comment" />
        <input type="hidden" name="commentId" value={commentId} />
        <Button kind="danger" type="submit" disabled={fetcher.state !== "idle"}>
          {say("delete_comment")}
        </Button>
        <Button onClick={onClose}>{say("keep_it")}</Button>
      </fetcher.Form>
      <Refusal of={fetcher.data as Parameters<typeof Refusal>[0]["of"]} />
    </Dialog>
  );
}
