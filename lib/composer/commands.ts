import { i18n } from '#i18n';
import type { Caret, Editor } from '../editors/editor.ts';
import { pause } from '../editors/replace.ts';
import type { Context, Rewrite } from '../engine/types.ts';
import { changeSettings } from '../storage/index.ts';
import { getPhraseKey, withValue } from '../storage/settings.ts';
import { type Applied, applyRewrite, takeBack } from './apply.ts';
import { createWalk } from './blanks.ts';
import { createCard } from './card.ts';
import type { PageFlag } from './check.ts';
import type { Coach } from './coach.ts';
import { holdCaret } from './held-caret.ts';
import { type Command, defaultKeys, findCommand } from './keys.ts';
import { findNearest } from './nearest.ts';
import { createRewrites } from './rewrites.ts';
import { createTurns } from './turns.ts';
import type { CardView } from './view.ts';

export interface CommandOptions {
  editor: Editor;
  coach: Coach;
  signal: AbortSignal;
  say(words: string): void;
  getFlags(): readonly PageFlag[];
  getContext(): Context;
  getCaret(): Caret | undefined;
  /** Checks at once, after a change of our own. */
  update(): void;
  ignoreHere(flag: PageFlag): void;
}

/** Milliseconds after which a key that is still being served shows for it. */
const SLOW = 400;

/** How often a rewrite is tried when the agent types on meanwhile. */
const TRIES = 8;
/** Milliseconds between two tries. */
const BREATH = 100;

export type Opening = 'click' | 'hover' | 'key' | 'focus';

/** What an agent can do with flags, by key and on the card. */
export function createCommands(options: CommandOptions) {
  const { editor, coach, signal, say, getFlags, getCaret } = options;
  const walk = createWalk(editor, getFlags);
  const rewrites = createRewrites(coach.grammar);
  let how: Opening = 'click';
  let shown: { flag: PageFlag; view: CardView; rewrites?: readonly Rewrite[] } | undefined;
  let applied: Applied | undefined;
  const turns = createTurns();
  let caretBefore: Caret | undefined;
  const held = holdCaret(editor);

  const card = createCard(
    editor,
    coach.look,
    {
      apply: (index) => {
        const flag = shown?.flag;
        if (flag) turns.take(() => applyOf(flag, index), false);
      },
      copy: (index) => copy(index),
      ignore: () => shown && ignore(shown.flag),
      ignorePhrase() {
        if (!shown) return;
        const key = getPhraseKey(shown.flag.ruleId, shown.flag.wording);
        void changeSettings(({ ignored }) => ({ ignored: withValue(ignored, key) }));
        ignore(shown.flag);
      },
      switchOff() {
        if (!shown) return;
        const { ruleId } = shown.flag;
        void changeSettings(({ off }) => ({ off: withValue(off, ruleId) }));
        ignore(shown.flag);
      },
    },
    signal,
  );

  function open(flag: PageFlag, opening: Opening): void {
    how = opening;
    if (!card.flag) caretBefore = getCaret();
    editor.reveal(flag.block, flag.span);
    const view = createView(flag);
    shown = { flag, view };
    card.show(flag, view);
    if (opening === 'focus') card.focus();
    rewrites.find(flag, options.getContext()).then(
      (all) => {
        if (shown?.flag !== flag) return;
        shown.rewrites = all;
        showMore({
          rewrites: all.map((one) => ({ ...one, before: flag.block.text.slice(one.span.start, one.span.end) })),
        });
        if (opening === 'focus') card.focus();
        if (opening !== 'focus') sayFlag(flag, view, all[0]);
      },
      () => {
        if (shown?.flag !== flag) return;
        showMore({ rewrites: 'unavailable' });
        if (opening !== 'focus') sayFlag(flag, view);
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
      severity: flag.severity,
      message: rule?.message ?? i18n.t('blank.message'),
      why: rule?.why ?? i18n.t('blank.why'),
      position: { index: flags.findIndex(({ key }) => key === flag.key) + 1, count: flags.length },
      rewrites: rule ? 'loading' : [],
      canIgnore: rule !== undefined,
      applyKey: defaultKeys.apply,
    };
  }

  function sayFlag(flag: PageFlag, view: CardView, rewrite?: Rewrite): void {
    const { index, count } = view.position;
    const said = i18n.t('says.flag', [String(index), String(count), flag.wording, view.message, view.why]);
    say([said, rewrite && i18n.t('says.rewrite', [rewrite.text])].filter(Boolean).join(' '));
  }

  /** Closes the card; the caret goes back where it was, if the card had the focus. */
  function close(): void {
    const hadFocus = card.hasFocus();
    card.close();
    shown = undefined;
    if (hadFocus) returnCaret();
  }

  function returnCaret(): void {
    // A textarea and an editable keep their selection while the focus is away.
    editor.element.focus({ preventScroll: true });
    const block = caretBefore && editor.blocks().find(({ id }) => id === caretBefore?.block.id);
    const now = editor.caret();
    if (!caretBefore || !block || now) return;
    const at = Math.min(caretBefore.offset, block.text.length);
    editor.select(block, { start: at, end: at });
  }

  async function applyOf(flag: PageFlag, index = 0, tries = 1): Promise<void> {
    const caret = getCaret() ?? caretBefore;
    // A host that has to wake first: the card says that something is coming.
    const slow = setTimeout(() => shown?.flag.key !== flag.key && open(flag, 'key'), SLOW);
    const all = await rewrites.find(flag, options.getContext()).catch(() => undefined);
    clearTimeout(slow);
    const rewrite = all?.[index];
    if (!rewrite) {
      if (shown?.flag.key !== flag.key) open(flag, 'key');
      if (all) say(i18n.t('says.noRewrite'));
      return;
    }
    held.hold(caret);
    const result = await applyRewrite(editor, flag.block, rewrite, caret, held.release);
    held.release();
    if (result.outcome === 'changed meanwhile' && tries < TRIES) {
      await pause(BREATH);
      options.update();
      const now = getFlags().find(({ key, wording }) => key === flag.key && wording === flag.wording);
      if (now) return applyOf(now, index, tries + 1);
    }
    if (result.outcome !== 'applied') {
      fail(flag, result.outcome);
      return;
    }
    applied = result.applied;
    card.close();
    shown = undefined;
    walk.start(rewrite);
    options.update();
    say(rewrite.blanks.length > 0 ? i18n.t('says.appliedBlanks', rewrite.blanks.length) : i18n.t('says.applied'));
  }

  function fail(flag: PageFlag, outcome: 'changed meanwhile' | 'failed' | 'failed and left wrong'): void {
    const notice = ({ 'changed meanwhile': 'moved', failed: 'failed', 'failed and left wrong': 'wrong' } as const)[
      outcome
    ];
    options.update();
    const now = getFlags().find(({ key }) => key === flag.key);
    say(i18n.t(`card.${notice}`));
    if (!now) {
      close();
      return;
    }
    if (shown?.flag.key !== flag.key) open(now, 'key');
    showMore({ notice });
  }

  async function undo(): Promise<void> {
    if (!applied) return;
    const isBack = await takeBack(editor, applied);
    if (isBack) applied = undefined;
    walk.stop();
    options.update();
    say(i18n.t(isBack ? 'says.undone' : 'card.moved'));
  }

  function copy(index: number): void {
    const text = shown?.rewrites?.[index]?.text;
    if (!text) return;
    navigator.clipboard.writeText(text).then(
      () => showMore({ notice: 'copied' }),
      () => undefined,
    );
  }

  function ignore(flag: PageFlag): void {
    close();
    options.ignoreHere(flag);
    say(i18n.t('says.ignored'));
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
    if (flag) open(flag, card.hasFocus() ? 'focus' : 'key');
  }

  const run: Record<Command, () => void> = {
    next: () => step(1),
    previous: () => step(-1),
    apply() {
      const flag = findNear();
      if (flag?.ruleId === 'blank') walk.select(flag);
      else if (flag) turns.take(() => applyOf(flag), false);
    },
    open() {
      const flag = findNear();
      if (flag) open(flag, 'focus');
    },
    dismiss() {
      const flag = findNear();
      if (flag && flag.ruleId !== 'blank') ignore(flag);
    },
    undo: () => turns.take(undo, true),
  };

  function isOurs(): boolean {
    const { activeElement } = editor.element.getRootNode() as Document | ShadowRoot;
    return activeElement === editor.element;
  }

  return {
    card,
    open,
    close,
    /** The pointer has left: a card that it opened goes, unless someone works in it. */
    leave() {
      if (how === 'hover' && !card.hasFocus()) close();
    },
    /** The draft has changed: the card follows its flag, or closes with it. */
    follow(flags: readonly PageFlag[]) {
      if (!card.flag || turns.isBusy()) return;
      const now = flags.find(({ key }) => key === card.flag?.key);
      if (now?.wording !== card.flag.wording) close();
      else if (now.block === card.flag.block) card.move(now);
      // The words around it have changed, and with them perhaps the rewrites.
      else if (card.hasFocus() || how === 'key') open(now, how);
      else close();
    },
    key(event: KeyboardEvent): void {
      const inCard = card.hasFocus();
      if (!inCard && !isOurs()) return;
      if (event.type !== 'keydown') {
        if (inCard) event.stopImmediatePropagation();
        return;
      }
      if (!inCard) held.yieldTo(event);
      const command = findCommand(event);
      // The last key may not have been looked at yet.
      if (command || event.key === 'Tab') options.update();
      if (command && !event.repeat) run[command]();
      const isTaken = command !== undefined || takeKey(event, inCard);
      if (isTaken) event.preventDefault();
      // The page's hot keys have no business in the card; the browser's own doings (Tab, Enter, Space) go on.
      if (isTaken || inCard) event.stopImmediatePropagation();
    },
  };

  function takeKey(event: KeyboardEvent, inCard: boolean): boolean {
    if (event.isComposing) return false;
    if (event.key === 'Escape' && card.flag) {
      close();
      return true;
    }
    if (inCard) return event.key === 'Tab' && card.wrap(event.shiftKey);
    return walk.key(event);
  }
}
