import { i18n } from '#i18n';
import type { Caret, Editor } from '../editors/editor.ts';
import { pause } from '../editors/replace.ts';
import type { Context } from '../engine/types.ts';
import { type Applied, applyRewrite, takeBack } from './apply.ts';
import type { Walk } from './blanks.ts';
import type { PageFlag } from './check.ts';
import type { HeldCaret } from './held-caret.ts';
import type { Rewrites } from './rewrites.ts';
import type { Showing } from './showing.ts';
import { createTurns } from './turns.ts';

/** Milliseconds after which a key that is still being served shows for it. */
const SLOW = 400;

/** How often a rewrite is tried when the agent types on meanwhile. */
const TRIES = 8;
/** Milliseconds between two tries. */
const BREATH = 100;

export interface ChangesOptions {
  editor: Editor;
  rewrites: Rewrites;
  showing: Showing;
  walk: Walk;
  held: HeldCaret;
  say(words: string): void;
  getFlags(): readonly PageFlag[];
  getContext(): Context;
  getCaret(): Caret | undefined;
  /** Checks at once, after a change of our own. */
  update(): void;
}

/** Puts rewrites into the draft and takes the last one back, one at a time; says how it went. */
export function createChanges(options: ChangesOptions) {
  const { editor, rewrites, showing, walk, held, say, getFlags, getContext, getCaret, update } = options;
  const turns = createTurns();
  let applied: Applied | undefined;

  async function applyOf(flag: PageFlag, index = 0, tries = 1): Promise<void> {
    const caret = getCaret() ?? showing.caretBefore;
    // A host that has to wake first: the card says that something is coming.
    const slow = setTimeout(() => showing.flag?.key !== flag.key && showing.open(flag, 'key'), SLOW);
    const all = await rewrites.find(flag, getContext()).catch(() => undefined);
    clearTimeout(slow);
    const rewrite = all?.[index];
    if (!rewrite) {
      if (showing.flag?.key !== flag.key) showing.open(flag, 'key');
      if (all) say(i18n.t('says.noRewrite'));
      return;
    }
    held.hold(caret);
    const result = await applyRewrite(editor, flag.block, rewrite, caret, held.release);
    held.release();
    if (result.outcome === 'changed meanwhile' && tries < TRIES) {
      await pause(BREATH);
      update();
      const now = getFlags().find(({ key, wording }) => key === flag.key && wording === flag.wording);
      if (now) return applyOf(now, index, tries + 1);
    }
    if (result.outcome !== 'applied') {
      fail(flag, result.outcome);
      return;
    }
    applied = result.applied;
    showing.hide();
    walk.start(rewrite);
    update();
    say(rewrite.blanks.length > 0 ? i18n.t('says.appliedBlanks', rewrite.blanks.length) : i18n.t('says.applied'));
  }

  function fail(flag: PageFlag, outcome: 'changed meanwhile' | 'failed' | 'failed and left wrong'): void {
    const notice = ({ 'changed meanwhile': 'moved', failed: 'failed', 'failed and left wrong': 'wrong' } as const)[
      outcome
    ];
    update();
    const now = getFlags().find(({ key }) => key === flag.key);
    say(i18n.t(`card.${notice}`));
    if (!now) {
      showing.close();
      return;
    }
    if (showing.flag?.key !== flag.key) showing.open(now, 'key');
    showing.showMore({ notice });
  }

  async function undo(): Promise<void> {
    if (!applied) return;
    const isBack = await takeBack(editor, applied);
    if (isBack) applied = undefined;
    walk.stop();
    update();
    say(i18n.t(isBack ? 'says.undone' : 'card.moved'));
  }

  return {
    /** Applies one of a flag's rewrites, the first if not told which. */
    apply: (flag: PageFlag, index = 0) => turns.take(() => applyOf(flag, index), false),
    /** Takes the last rewrite back. */
    undo: () => turns.take(undo, true),
    isBusy: turns.isBusy,
  };
}
