import type { Caret, Editor } from '../editors/editor.ts';

/** Keys that change neither text nor caret. */
const HARMLESS = /^(?:Shift|Control|Alt|Meta|AltGraph|CapsLock|F\d+)$/;

/**
 * The agent's caret while a phrase is selected to be replaced, which takes some 60 ms: a key typed then must not overwrite the
 * phrase, so it finds the caret where it was.
 */
export function holdCaret(editor: Editor) {
  let held: Caret | undefined;

  const release = () => {
    held = undefined;
  };

  function giveBack(): void {
    if (!held) return;
    editor.placeCaret(held);
    release();
  }

  return {
    hold(caret: Caret | undefined): void {
      held = caret;
    },
    release,
    /** The phrase was not replaced: it must not stay selected. */
    giveBack,
    /** To be called for each key before the editor has it. */
    yieldTo({ key }: KeyboardEvent): void {
      if (!HARMLESS.test(key)) giveBack();
    },
  };
}

export type HeldCaret = ReturnType<typeof holdCaret>;
