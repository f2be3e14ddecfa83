import { useCardContext } from "#app/card/card-context.ts";
import { Button } from "#app/ui/button.tsx";
import { toast } from "#app/ui/toast.tsx";
import { useWords } from "#app/words/speech.tsx";

/** Deletes what this device keeps of the open card, so that it is not sent the next time. */
export function ForgetKept() {
  const { connection } = useCardContext();
  const say = useWords("unsent");
  const forget = async () => {
    const isGone = await connection?.forgetKept();
    toast(say(isGone ? "deleted" : "not_deleted"));
  };
  return (
    <div>
      <Button onClick={forget}>{say("delete")}</Button>
    </div>
  );
}
