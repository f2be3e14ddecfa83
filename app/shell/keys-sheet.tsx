import "#app/shell/keys-sheet.css";
import { useState, useSyncExternalStore } from "react";
import { Choice } from "#app/ui/choice.tsx";
import { Dialog } from "#app/ui/dialog.tsx";
import { type KeyGroup, listedKeys, singleKeys } from "#app/ui/use-keys.ts";
import { useWords } from "#app/words/speech.tsx";

/** The keys of everything on this screen, and the switch for people who do not want single keys at all. */
export function KeysSheet({ isOpen, onOpenChange }: { isOpen: boolean; onOpenChange: (isOpen: boolean) => void }) {
  const say = useWords("shell");
  const sayTogether = useWords("together");
  const groups = useSyncExternalStore(listedKeys.subscribe, listedKeys.get, listedKeys.get);
  const [on, setOn] = useState(singleKeys.areOn);
  const turn = (next: boolean) => {
    singleKeys.switch(next);
    setOn(next);
  };
  return (
    <Dialog title={say("keys")} isOpen={isOpen} onOpenChange={onOpenChange} sheet>
      {ordered(groups, [sayTogether("together"), say("keys_everywhere")]).map((group) => (
        <Group key={group.id} group={group} />
      ))}
      <Choice
        label={say("single_keys")}
        hint={say("single_keys_hint")}
        checked={on}
        onChange={(event) => turn(event.target.checked)}
      />
    </Dialog>
  );
}

/** One group per title; what belongs to the screen comes first, what works on all of them last. */
function ordered(groups: readonly KeyGroup[], last: readonly string[]): KeyGroup[] {
  const merged = new Map<string, KeyGroup>();
  for (const one of groups) {
    merged.set(one.title, { ...one, keys: [...(merged.get(one.title)?.keys ?? []), ...one.keys] });
  }
  return [...merged.values()].sort((a, b) => last.indexOf(a.title) - last.indexOf(b.title));
}

function Group({ group }: { group: KeyGroup }) {
  return (
    <section>
      <h3>{group.title}</h3>
      <dl className="key-list">
        {group.keys.map((one) => (
          <div className="key-row" key={one.key + one.does}>
            <dt>
              <kbd className="key">{one.shown ?? (one.key.length === 1 ? one.key.toUpperCase() : one.key)}</kbd>
            </dt>
            <dd>{one.does}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
