import type { Editor } from '../editors/editor.ts';
import { type Command, findCommand, type Keys } from '../keys/index.ts';
import type { AfterUndo } from './after-undo.ts';
import type { Walk } from './blanks.ts';
import type { HeldCaret } from './held-caret.ts';
import type { Showing } from './showing.ts';

export interface KeyGateOptions {
  editor: Editor;
  showing: Showing;
  walk: Walk;
  held: HeldCaret;
  afterUndo: AfterUndo;
  run: Readonly<Record<Command, () => void>>;
  getKeys(): Keys;
  /** The extension is gone from under the page, and the keys are the page's own again. */
  isGone(): boolean;
  /** Checks at once: the last key may not have been looked at yet. */
  update(): void;
  /** The same to the end of the draft. A promise where the grammar host must be heard first. */
  finish(): Promise<void> | undefined;
}

/** Takes key events ahead of the page, while the reply box or the card has the focus, and lets all others pass. */
export function createKeyGate({
  editor,
  showing,
  walk,
  held,
  afterUndo,
  run,
  getKeys,
  isGone,
  update,
  finish,
}: KeyGateOptions) {
  const { card } = showing;

  function isOurs(): boolean {
    const { activeElement } = editor.element.getRootNode() as Document | ShadowRoot;
    return activeElement === editor.element;
  }

  function takeKey(event: KeyboardEvent, inCard: boolean): boolean {
    if (event.isComposing) return false;
    if (event.key === 'Escape' && card.flag) {
      showing.close();
      return true;
    }
    if (inCard) return event.key === 'Tab' && card.wrap(event.shiftKey);
    return walk.key(event);
  }

  /** At once, unless what was just typed is still being checked: then when that is done. */
  function serve(command: Command): void {
    const checked = finish();
    if (checked) void checked.then(run[command]);
    else run[command]();
  }

  return (event: KeyboardEvent): void => {
    const inCard = card.hasFocus();
    if (event.type !== 'keydown') {
      if (inCard) event.stopImmediatePropagation();
      return;
    }
    if (!inCard && !isOurs()) return;
    if (!inCard) {
      held.yieldTo(event);
      afterUndo.yieldTo(event);
    }
    const command = findCommand(event, getKeys());
    if (command && isGone()) return;
    if (event.key === 'Tab') update();
    if (command && !event.repeat) serve(command);
    const isTaken = command !== undefined || takeKey(event, inCard);
    if (isTaken) event.preventDefault();
    // The page's hot keys have no business in the card; the browser's own doings (Tab, Enter, Space) go on.
    if (isTaken || inCard) event.stopImmediatePropagation();
  };
}
