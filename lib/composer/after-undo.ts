import type { Block, Caret, Editor } from '../editors/editor.ts';
import type { Span } from '../engine/types.ts';

/** Milliseconds in which an editor may still set its selection after an undo. */
const SETTLE = 1_000;

/** Keys that change neither text nor caret. */
const HARMLESS = /^(?:Shift|Control|Alt|Meta|AltGraph|CapsLock)$/;

interface Replaced {
  /** The paragraph as it was before the rewrite. */
  block: Block;
  span: Span;
  caret: Caret | undefined;
}

/**
 * An undo brings the old words back selected, as they were when they were replaced: the next key would delete them. So the
 * agent gets the caret back instead, whoever undid it and however the editor goes about it.
 */
export function collapseAfterUndo(editor: Editor, isBusy: () => boolean, signal: AbortSignal) {
  let replaced: Replaced | undefined;
  /** When the old words came back; 0 while they are not there, or the agent has gone on. */
  let backSince = 0;
  /** We are undoing it ourselves: the words are back, and selected, before our turn has ended. */
  let isExpected = false;

  function findBack(): Block | undefined {
    if (!replaced) return undefined;
    const { id, text } = replaced.block;
    const blocks = editor.blocks();
    return (
      blocks.find((block) => block.id === id && block.text === text) ?? blocks.find((block) => block.text === text)
    );
  }

  function settle(): void {
    const back = backSince > 0 && replaced ? findBack() : undefined;
    const selected = back && editor.selected();
    if (!replaced || !back || !selected) return;
    const { span, caret, block } = replaced;
    const { start, end } = selected.span;
    // A word before them may have been replaced by itself, for its looks.
    if (selected.block.id !== back.id || start === end || end <= span.start || end > span.end) return;
    const hasOwn = caret && caret.block.id !== block.id && editor.blocks().some(({ id }) => id === caret.block.id);
    if (hasOwn) editor.placeCaret(caret);
    // Some editors draw the paragraph anew.
    else
      editor.placeCaret(caret?.block.id === block.id ? { ...caret, block: back } : { block: back, offset: span.end });
  }

  const goOn = () => {
    backSince = 0;
  };
  const { ownerDocument } = editor.element;
  ownerDocument.addEventListener(
    'selectionchange',
    () => {
      if (backSince === 0 || isBusy()) return;
      if (performance.now() - backSince > SETTLE) goOn();
      else settle();
    },
    { signal },
  );
  editor.element.addEventListener('pointerdown', goOn, { signal });

  return {
    /** A rewrite stands in the place of this span. */
    watch(block: Block, span: Span, caret: Caret | undefined): void {
      replaced = { block, span, caret };
      goOn();
    },
    /** Our own undo begins. */
    expect(): void {
      isExpected = true;
    },
    /** The draft may have changed. */
    change(): void {
      if (isBusy()) return;
      isExpected = false;
      if (!replaced) return;
      if (!findBack()) {
        goOn();
        return;
      }
      if (backSince > 0) return;
      backSince = performance.now();
      settle();
      // Browsers tell of the change first and select afterwards.
      setTimeout(settle);
    },
    /** To be called for each key before the editor has it. */
    yieldTo({ key }: KeyboardEvent): void {
      if (HARMLESS.test(key)) return;
      if (isExpected && findBack()) backSince = performance.now();
      if (backSince === 0) return;
      settle();
      goOn();
    },
  };
}

export type AfterUndo = ReturnType<typeof collapseAfterUndo>;
