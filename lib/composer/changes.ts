import { i18n } from '#i18n';
import type { ApplyEnd } from '../draft-link.ts';
import type { Caret, Editor } from '../editors/editor.ts';
import { pause } from '../editors/replace.ts';
import type { Context } from '../engine/types.ts';
import { collapseAfterUndo } from './after-undo.ts';
import { findAgain, findRedrawn } from './again.ts';
import { type Applied, applyRewrite, takeBack } from './apply.ts';
import type { Walk } from './blanks.ts';
import type { PageFlag } from './check.ts';
import type { Habits } from './habits.ts';
import type { HeldCaret } from './held-caret.ts';
import type { Rewrites } from './rewrites.ts';
import type { Showing } from './showing.ts';
import { createTurns } from './turns.ts';

/** Milliseconds after which a key that is still being served shows for it. */
const SLOW = 400;

/** Milliseconds that a rewrite waits for somebody who types on. */
const PATIENCE = 3_000;
/** Milliseconds without a key that a replacement needs. */
const GAP = 150;
/** Milliseconds between two looks. */
const BREATH = 30;

const NOTICES = {
  'changed meanwhile': 'moved',
  failed: 'failed',
  'failed and left wrong': 'wrong',
  'would lose formatting': 'formatted',
} as const;

const SAID = { back: 'says.undone', 'nothing to take back': 'says.nothingToTakeBack', moved: 'card.moved' } as const;

export interface ChangesOptions {
  editor: Editor;
  habits: Habits;
  rewrites: Rewrites;
  showing: Showing;
  walk: Walk;
  held: HeldCaret;
  signal: AbortSignal;
  say(words: string): void;
  getFlags(): readonly PageFlag[];
  getContext(): Context;
  getCaret(): Caret | undefined;
  getQuiet(): number;
  /** Checks at once, after a change of our own. */
  update(): void;
  /** Resolves when no input method is composing; undefined when none is. */
  untilComposed(): Promise<void> | undefined;
}

/** Puts rewrites into the draft and takes the last one back, one at a time; says how it went. */
export function createChanges(options: ChangesOptions) {
  const { editor, rewrites, showing, walk, held, say, getFlags, getContext, getCaret, getQuiet, update } = options;
  const turns = createTurns();
  /** From then on a selection of the old words is an undo's, no longer ours. */
  let isPlaced = false;
  const isOnItsWay = () => turns.isBusy() && !isPlaced;
  const afterUndo = collapseAfterUndo(editor, isOnItsWay, options.signal);
  /** Flags whose rewrite does not stand in the draft yet, by key. */
  const asked = new Map<string, PageFlag>();
  let applied: Applied | undefined;
  /** When it stood for certain, in milliseconds since the page began. */
  let appliedAt = 0;

  async function applyOf(
    flag: PageFlag,
    shown: string | undefined,
    onPlaced: () => void,
    deadline = performance.now() + PATIENCE,
  ): Promise<ApplyEnd> {
    isPlaced = false;
    // A host that has to wake first: the card says that something is coming.
    const slow = setTimeout(() => showing.flag ?? showing.open(flag, 'key'), SLOW);
    const all = await rewrites.find(flag, getContext()).catch(() => undefined);
    clearTimeout(slow);
    const rewrite = shown === undefined ? all?.[0] : all?.find(({ text }) => text === shown);
    if (all?.length && !rewrite) {
      reopen(flag);
      return 'moved';
    }
    if (!rewrite) {
      if (showing.flag?.key !== flag.key) showing.open(flag, 'key');
      if (all) say(i18n.t('says.noRewrite'));
      return 'unavailable';
    }
    await yieldToComposing();
    // Not before: the agent may have typed on while the rewrite was looked for.
    const caret = getCaret() ?? showing.caretBefore;
    held.hold(caret);
    const place = () => {
      held.release();
      afterUndo.watch(flag.block, rewrite.span, caret);
      isPlaced = true;
      // Before it is certain that it stays: the next key may be for another phrase, or for the blanks.
      if (showing.flag?.key === flag.key) showing.hide();
      walk.start(rewrite);
      onPlaced();
    };
    const lose = () => {
      applied = undefined;
      walk.stop();
      fail(flag, 'failed');
    };
    const result = await applyRewrite(editor, flag.block, rewrite, caret, place, lose);
    if (result.outcome !== 'applied' && isPlaced) walk.stop();
    // The phrase must not stay selected; a caret is the agent's own.
    if (result.outcome !== 'applied' && isSelecting()) held.giveBack();
    held.release();
    // Whoever has gone to another field is not brought back.
    if (result.outcome === 'changed meanwhile' && performance.now() < deadline && getCaret()) {
      while (getQuiet() < GAP && performance.now() < deadline) await pause(BREATH);
      update();
      const now = findAgain(flag, getFlags());
      if (now) return applyOf(now, shown, onPlaced, deadline);
    }
    if (result.outcome === 'taken back') {
      update();
      say(i18n.t(SAID.back));
      return 'moved';
    }
    if (result.outcome !== 'applied') {
      fail(flag, result.outcome);
      return NOTICES[result.outcome];
    }
    applied = result.applied;
    appliedAt = performance.now();
    options.habits.rewrite(flag, rewrite);
    update();
    say(rewrite.blanks.length > 0 ? i18n.t('says.appliedBlanks', rewrite.blanks.length) : i18n.t('says.applied'));
    return 'applied';
  }

  function isSelecting(): boolean {
    const span = editor.selected()?.span;
    return span !== undefined && span.start < span.end;
  }

  function fail(flag: PageFlag, outcome: keyof typeof NOTICES): void {
    const notice = NOTICES[outcome];
    update();
    const now = findAgain(flag, getFlags()) ?? findRedrawn(flag, getFlags());
    if (!now) showing.close();
    else if (showing.flag?.key === flag.key) showing.showMore({ notice });
    else showing.open(now, 'key', notice);
    say(i18n.t(`card.${notice}`));
  }

  /** The sentence reads otherwise by now, and what was shown is none of its rewrites: these are shown anew. */
  function reopen(flag: PageFlag): void {
    update();
    const now = findAgain(flag, getFlags());
    if (now) showing.open(now, showing.card.hasFocus() ? 'focus' : 'key', 'moved');
    else showing.close();
    say(i18n.t('card.moved'));
  }

  /** An input method's words are not to be touched, nor the selection moved; the next word often follows at once. */
  async function yieldToComposing(): Promise<void> {
    let composed = options.untilComposed();
    if (!composed) return;
    for (; composed || getQuiet() < GAP; composed = options.untilComposed()) await (composed ?? pause(BREATH));
    update();
  }

  async function undo(): Promise<void> {
    await yieldToComposing();
    isPlaced = false;
    afterUndo.expect();
    const isLast = performance.now() - getQuiet() < appliedAt;
    const end = applied ? await takeBack(editor, applied, isLast, getCaret()) : 'nothing to take back';
    if (end !== 'moved') applied = undefined;
    walk.stop();
    update();
    say(i18n.t(SAID[end]));
  }

  return {
    afterUndo,
    /**
     * Applies the rewrite that was shown, or with none the first. `moved` where the words around it have changed so that it is
     * none of the flag's any more, and when it is on its way already.
     */
    async apply(flag: PageFlag, shown?: string): Promise<ApplyEnd> {
      let end: ApplyEnd = 'moved';
      // Asked for twice in the same breath is a slip; another phrase waits its turn.
      if (asked.has(flag.key)) return end;
      asked.set(flag.key, flag);
      const settle = () => asked.get(flag.key) === flag && asked.delete(flag.key);
      await turns.take(
        async () => {
          await yieldToComposing();
          // The rewrite before it may stand in the same paragraph.
          end = await applyOf(findAgain(flag, getFlags()) ?? flag, shown, settle);
        },
        () => {
          settle();
          afterUndo.change();
        },
      );
      return end;
    },
    /** Takes the last rewrite back. */
    undo: () => turns.take(undo, afterUndo.change),
    isOnItsWay,
  };
}
