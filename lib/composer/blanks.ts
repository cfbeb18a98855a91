import type { Editor } from '../editors/editor.ts';
import type { Rewrite } from '../engine/types.ts';
import type { PageFlag } from './check.ts';
import { getSide } from './nearest.ts';

/** Walks the blanks that a rewrite has left open: Tab, Shift+Tab, and Esc to end it. */
export function createWalk(editor: Editor, getFlags: () => readonly PageFlag[]) {
  let names = new Set<string>();

  const findBlanks = () => getFlags().filter((flag) => flag.ruleId === 'blank' && names.has(flag.wording));

  function select(flag: PageFlag): void {
    editor.reveal(flag.block, flag.span);
    editor.select(flag.block, flag.span);
  }

  function step(by: 1 | -1): boolean {
    const blanks = findBlanks();
    if (blanks.length === 0) {
      names.clear();
      return false;
    }
    const next = blanks[(findCurrent(blanks, by) + blanks.length) % blanks.length];
    if (next) select(next);
    return next !== undefined;
  }

  /** The blank after the caret, or before it. A selected blank counts as passed. */
  function findCurrent(blanks: readonly PageFlag[], by: 1 | -1): number {
    const caret = editor.caret();
    if (!caret) return 0;
    const blocks = editor.blocks();
    const side = (blank: PageFlag) => getSide(blank, blocks, caret);
    if (by === 1)
      return Math.max(
        0,
        blanks.findIndex((blank) => side(blank) > 0),
      );
    return blanks.findLastIndex((blank) => side(blank) < 0);
  }

  return {
    start(rewrite: Rewrite) {
      for (const { start, end } of rewrite.blanks) names.add(rewrite.text.slice(start, end));
    },
    stop() {
      names = new Set();
    },
    select,
    /** True when the key was for the walk. */
    key({ key, shiftKey, ctrlKey, altKey, metaKey }: KeyboardEvent): boolean {
      if (names.size === 0 || ctrlKey || altKey || metaKey) return false;
      if (key === 'Tab') return step(shiftKey ? -1 : 1);
      if (key !== 'Escape') return false;
      names.clear();
      return true;
    },
  };
}

export type Walk = ReturnType<typeof createWalk>;
