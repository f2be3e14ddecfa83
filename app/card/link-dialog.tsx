import type { Editor } from "@tiptap/react";
import { type FormEvent, useState } from "react";
import { ROOM, useRoom } from "#app/card/room.ts";
import { Button } from "#app/ui/button.tsx";
import { Dialog } from "#app/ui/dialog.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import { useWords } from "#app/words/speech.tsx";
import { safeHref } from "#domain/safe-href.ts";

/** Asks for the address behind the selected words. */
export function LinkDialog({ editor, onClose }: { editor: Editor; onClose: () => void }) {
  const say = useWords("card");
  const before = editor.getAttributes("link").href as string | undefined;
  const [address, setAddress] = useState(before ?? "");
  const [error, setError] = useState<string | null>(null);
  const { refusal, fits } = useRoom(ROOM.line);
  const save = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    const href = safeHref(address);
    if (!href) return setError(say("link_bad"));
    if (!fits(0, address.length)) return;
    const chain = editor.chain().extendMarkRange("link");
    if (editor.state.selection.empty && !before)
      chain.insertContent({ type: "text", text: address, marks: [{ type: "link", attrs: { href } }] }).run();
    else chain.setLink({ href }).run();
    onClose();
  };
  const remove = () => {
    editor.chain().extendMarkRange("link").unsetLink().run();
    onClose();
  };
  return (
    <Dialog title={say("link")} isOpen onOpenChange={(open) => !open && onClose()}>
      <form className="stack" onSubmit={save}>
        <TextField
          label={say("link_address")}
          type="text"
          inputMode="url"
          autoFocus
          value={address}
          error={error ?? refusal}
          onChange={(event) => setAddress(event.target.value)}
        />
        <div className="actions">
          <Button kind="primary" type="submit">
            {say("link_set")}
          </Button>
          {before && <Button onClick={remove}>{say("link_remove")}</Button>}
        </div>
      </form>
    </Dialog>
  );
}
