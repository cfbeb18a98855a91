import { i18n } from '#i18n';
import { joinWords } from '../../components/language.ts';
import type { Caret, Editor } from '../editors/editor.ts';
import { fillMessage } from '../engine/message.ts';
import type { Context, Rewrite } from '../engine/types.ts';
import { findAgain, findInPlace } from './again.ts';
import { createCard } from './card.ts';
import { nameCovered, type PageFlag } from './check.ts';
import type { Coach } from './coach.ts';
import type { Habits } from './habits.ts';
import type { Rewrites } from './rewrites.ts';
import type { CardActions, CardView } from './view.ts';

export interface ShowingOptions {
  editor: Editor;
  coach: Coach;
  habits: Habits;
  rewrites: Rewrites;
  signal: AbortSignal;
  say(words: string): void;
  getFlags(): readonly PageFlag[];
  getContext(): Context;
  getCaret(): Caret | undefined;
}

/** What opened the card. Only `focus` moves the focus into it. */
export type Opening = 'click' | 'hover' | 'key' | 'focus';

/** Shows a flag on the card and says it, and gives the caret back when the card closes. */
export function createShowing(options: ShowingOptions, actions: CardActions) {
  const { editor, coach, habits, rewrites, signal, say, getFlags, getContext, getCaret } = options;
  const card = createCard(editor, coach.look, actions, signal);
  let how: Opening = 'click';
  let shown: { flag: PageFlag; view: CardView; rewrites?: readonly Rewrite[] } | undefined;
  let caretBefore: Caret | undefined;

  /** @param notice what has just gone wrong: it is said in the place of the flag */
  function open(flag: PageFlag, opening: Opening, notice?: CardView['notice']): void {
    how = opening;
    if (!card.flag) caretBefore = getCaret();
    editor.reveal(flag.block, flag.span);
    const view = { ...createView(flag), ...(notice && { notice }) };
    const isSaid = opening !== 'focus' && !notice;
    shown = { flag, view };
    card.show(flag, view);
    habits.open(flag);
    if (opening === 'focus') card.focus();
    rewrites.find(flag, getContext()).then(
      (all) => {
        if (shown?.flag !== flag) return;
        shown.rewrites = all;
        showMore({
          rewrites: all.map((one) => ({ ...one, before: flag.block.text.slice(one.span.start, one.span.end) })),
        });
        if (opening === 'focus') card.focus();
        if (isSaid) sayFlag(flag, view, all[0]);
      },
      () => {
        if (shown?.flag !== flag) return;
        showMore({ rewrites: 'unavailable' });
        if (isSaid) sayFlag(flag, view);
      },
    );
  }

  function showMore(more: Partial<CardView>): void {
    if (!shown) return;
    shown.view = { ...shown.view, ...more };
    card.show(shown.flag, shown.view);
  }

  function createView(flag: PageFlag): CardView {
    const rule = coach.rules.get(flag.ruleId);
    const flags = getFlags();
    return {
      phrase: flag.wording,
      category: coach.categories.get(flag.category) ?? i18n.t('blank.category'),
      also: nameCovered(flag, coach.categories),
      severity: flag.severity,
      message: rule ? fillMessage(rule.message, flag) : i18n.t('blank.message'),
      why: rule?.why ?? i18n.t('blank.why'),
      position: { index: flags.findIndex(({ key }) => key === flag.key) + 1, count: flags.length },
      rewrites: rule ? 'loading' : [],
      ...(flag.isFaded && { isFaded: true }),
      canIgnore: rule !== undefined,
      ...(coach.isLocked(flag.ruleId) && { lockedBy: coach.settings.policy.notice }),
      applyKey: coach.settings.keys.apply,
    };
  }

  function sayFlag(flag: PageFlag, view: CardView, rewrite?: Rewrite): void {
    const { index, count } = view.position;
    const said = i18n.t('says.flag', [String(index), String(count), flag.wording, view.message, view.why]);
    const also = view.also.length > 0 && `${i18n.t('card.also')} ${joinWords(view.also)}.`;
    say([said, also, view.isFaded && i18n.t('mastered.why'), rewrite && sayRewrite(rewrite)].filter(Boolean).join(' '));
  }

  /** Closes the card and leaves focus and caret where they are. */
  function hide(): void {
    card.close();
    shown = undefined;
  }

  /** Closes the card; the caret goes back where it was, if the card had the focus. */
  function close(): void {
    const hadFocus = card.hasFocus();
    hide();
    if (hadFocus) returnCaret();
  }

  function returnCaret(): void {
    // A textarea and an editable keep their selection while the focus is away.
    editor.element.focus({ preventScroll: true });
    if (caretBefore && !editor.caret()) editor.placeCaret(caretBefore);
  }

  return {
    card,
    /** The flag that the card was opened for. */
    get flag() {
      return shown?.flag;
    },
    /** The rewrites on the card; undefined until they are known. */
    get rewrites() {
      return shown?.rewrites;
    },
    /** The caret before the card opened. */
    get caretBefore() {
      return caretBefore;
    },
    open,
    showMore,
    hide,
    close,
    /** The pointer has left: a card that it opened goes, unless someone works in it. */
    leave(): void {
      if (how === 'hover' && !card.hasFocus()) close();
    },
    /** The draft has changed: the card follows its flag, or closes with it. */
    follow(flags: readonly PageFlag[]): void {
      if (!card.flag) return;
      const same = findAgain(card.flag, flags);
      const now = same ?? findInPlace(card.flag, flags);
      if (!now) close();
      // A graver one has taken its place, or the words count for another rule.
      else if (!same) open(now, how);
      else if (now.block === card.flag.block) card.move(now);
      // The words around it have changed, and with them perhaps the rewrites.
      else if (card.hasFocus() || how === 'key') open(now, how, shown?.view.notice);
      else close();
    },
  };
}

export type Showing = ReturnType<typeof createShowing>;

function sayRewrite({ text }: Rewrite): string {
  return text === '' ? i18n.t('says.takeOut') : i18n.t('says.rewrite', [text]);
}
