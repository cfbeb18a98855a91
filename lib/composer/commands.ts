import { i18n } from '#i18n';
import type { Caret, Editor } from '../editors/editor.ts';
import type { Context } from '../engine/types.ts';
import type { Command } from '../keys/index.ts';
import { changeSettings, StorageFailure } from '../storage/index.ts';
import { getPhrase, type Settings, withValue } from '../storage/settings.ts';
import { createWalk } from './blanks.ts';
import { createChanges } from './changes.ts';
import type { PageFlag } from './check.ts';
import type { Coach } from './coach.ts';
import type { Habits } from './habits.ts';
import { holdCaret } from './held-caret.ts';
import { createKeyGate } from './key-gate.ts';

import { findNearest } from './nearest.ts';
import { createRewrites } from './rewrites.ts';
import { createShowing } from './showing.ts';
import type { CardActions } from './view.ts';

export interface CommandOptions {
  editor: Editor;
  coach: Coach;
  habits: Habits;
  signal: AbortSignal;
  say(words: string): void;
  getFlags(): readonly PageFlag[];
  getContext(): Context;
  getCaret(): Caret | undefined;
  /** Milliseconds since the draft last changed. */
  getQuiet(): number;
  /** Checks at once, after a change of our own. */
  update(): void;
  /** Resolves when no input method is composing; undefined when none is. */
  untilComposed(): Promise<void> | undefined;
  /** The extension is gone from under the page. */
  isGone(): boolean;
  /** Checks all that was typed. A promise where that takes longer than this call. */
  finish(): Promise<void> | undefined;
  /** @param withCovered the flags beneath it too, which its card names */
  ignoreHere(flag: PageFlag, withCovered: boolean): void;
  /** Counts that a mark was ignored. True when its rule has stepped down for it. */
  countIgnored(flag: PageFlag): Promise<boolean>;
}

/** What an agent can do with flags, by key and on the card. */
export function createCommands(options: CommandOptions) {
  const { editor, coach, say, getFlags, getCaret } = options;
  const walk = createWalk(editor, getFlags);
  const held = holdCaret(editor);
  const rewrites = createRewrites(coach.grammar);

  const actions: CardActions = {
    apply(rewrite) {
      if (showing.flag) changes.apply(showing.flag, rewrite);
    },
    copy(text) {
      if (!text) return;
      navigator.clipboard.writeText(text).then(
        () => showing.showMore({ notice: 'copied' }),
        () => undefined,
      );
    },
    ignore: () => showing.flag && ignore(showing.flag),
    ignorePhrase() {
      const { flag } = showing;
      if (!flag) return;
      const phrase = { ruleId: flag.ruleId, phrase: getPhrase(flag.wording) };
      void keep(({ ignored }) => ({ ignored: withValue(ignored, phrase) }));
      ignore(flag);
    },
    switchOff() {
      const { flag } = showing;
      if (!flag) return;
      void keep(({ off }) => ({ off: withValue(off, flag.ruleId) }));
      pass(flag, 'switchedOff');
    },
    showInFull() {
      const { flag } = showing;
      if (!flag) return;
      close();
      say(i18n.t('mastered.full'));
      void keep(({ inFull }) => ({ inFull: withValue(inFull, flag.ruleId) }));
    },
  };
  const showing = createShowing({ ...options, rewrites }, actions);
  const changes = createChanges({ ...options, rewrites, showing, walk, held });
  const { card, open, close, leave } = showing;

  /** Storage may be full: what was asked then holds for this draft alone, and is said to. */
  async function keep(change: (settings: Settings) => Partial<Settings>): Promise<void> {
    try {
      await changeSettings(change);
    } catch (error) {
      say(i18n.t(error instanceof StorageFailure && error.isFull ? 'storage.full' : 'storage.failed'));
    }
  }

  function ignore(flag: PageFlag): void {
    pass(flag, 'ignored');
    void options.countIgnored(flag).then((isEnough) => isEnough && say(i18n.t('says.steppedDown')));
  }

  function pass(flag: PageFlag, how: 'ignored' | 'switchedOff'): void {
    close();
    options.habits.pass(flag, how);
    // Of a rule that is switched off nothing stays; what another rule says of the same words does.
    options.ignoreHere(flag, how === 'ignored');
    say(i18n.t(`says.${how}`));
  }

  /** A blank has no rewrite: it is selected, to be filled in. */
  function goTo(flag: PageFlag): void {
    close();
    walk.select(flag);
    say(i18n.t('says.blank', [flag.wording.replace(/^\[|\]$/g, '')]));
  }

  /** The flag of the open card, or the one nearest to the caret. */
  function findNear(): PageFlag | undefined {
    const flags = getFlags();
    if (card.flag) return flags.find(({ key }) => key === card.flag?.key);
    return findNearest(flags, editor.blocks(), getCaret());
  }

  function step(by: 1 | -1): void {
    const flags = getFlags();
    if (flags.length === 0) return;
    const near = findNear();
    const at = flags.findIndex(({ key }) => key === near?.key);
    // With no card open the nearest is the first one to look at.
    const next = card.flag ? (at + by + flags.length) % flags.length : Math.max(0, at);
    const flag = flags[next];
    if (flag) showing.open(flag, card.hasFocus() ? 'focus' : 'key');
  }

  const run: Record<Command, () => void> = {
    next: () => step(1),
    previous: () => step(-1),
    apply() {
      const flag = findNear();
      if (flag?.ruleId === 'blank') goTo(flag);
      else if (flag) changes.apply(flag, showing.flag?.key === flag.key ? showing.rewrites?.[0]?.text : undefined);
    },
    open() {
      const flag = findNear();
      if (flag) open(flag, 'focus');
    },
    dismiss() {
      const flag = findNear();
      if (flag && flag.ruleId !== 'blank') ignore(flag);
    },
    undo: changes.undo,
  };

  return {
    card,
    /** What the popup does with this draft. */
    draft: {
      findRewrites: (flag: PageFlag) => rewrites.find(flag, options.getContext()),
      apply: changes.apply,
      ignore: (flag: PageFlag) => ignore(flag),
      show(flag: PageFlag) {
        editor.element.focus({ preventScroll: true });
        if (flag.ruleId === 'blank') goTo(flag);
        else open(flag, 'key');
      },
    },
    open,
    close,
    leave,
    /** Words come without a key before them: they must not overwrite a phrase that is about to be replaced. */
    yieldCaret: held.giveBack,
    /** The editor says that its text may have changed. */
    change: changes.afterUndo.change,
    /** The draft has changed. While a rewrite is on its way the card stays as it is. */
    follow(flags: readonly PageFlag[]): void {
      if (!changes.isOnItsWay()) showing.follow(flags);
    },
    key: createKeyGate({
      editor,
      showing,
      walk,
      held,
      afterUndo: changes.afterUndo,
      run,
      getKeys: () => coach.settings.keys,
      update: options.update,
      isGone: options.isGone,
      finish: options.finish,
    }),
  };
}
