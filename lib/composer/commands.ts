import { i18n } from '#i18n';
import type { Caret, Editor } from '../editors/editor.ts';
import { OBJECT } from '../editors/words.ts';
import type { Context, Rewrite } from '../engine/types.ts';
import { changeSettings } from '../storage/index.ts';
import { getPhraseKey, withValue } from '../storage/settings.ts';
import { type Applied, applyRewrite, takeBack } from './apply.ts';
import { createWalk } from './blanks.ts';
import { createCard } from './card.ts';
import type { PageFlag } from './check.ts';
import type { Coach } from './coach.ts';
import { type Command, defaultKeys, findCommand } from './keys.ts';
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

export type Opening = 'click' | 'hover' | 'key' | 'focus';

/** What an agent can do with flags, by key and on the card. */
export function createCommands(options: CommandOptions) {
  const { editor, coach, signal, say, getFlags, getCaret } = options;
  const walk = createWalk(editor, getFlags);
  const rewrites = new WeakMap<object, Map<string, Promise<Rewrite[]>>>();
  let how: Opening = 'click';
  let shown: { flag: PageFlag; view: CardView; rewrites?: readonly Rewrite[] } | undefined;
  let applied: Applied | undefined;
  let isBusy = false;
  let caretBefore: Caret | undefined;

  const card = createCard(
    editor,
    coach.look,
    {
      apply: (index) => shown && applyOf(shown.flag, index),
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

  /** Asked once for a flag in a block as it reads; a block that changed is another block. */
  function getRewrites(flag: PageFlag): Promise<Rewrite[]> {
    if (flag.ruleId === 'blank') return Promise.resolve([]);
    const known = rewrites.get(flag.block) ?? new Map<string, Promise<Rewrite[]>>();
    rewrites.set(flag.block, known);
    const asked =
      known.get(flag.key) ??
      coach.grammar.rewrites(flag.block.text, flag, options.getContext()).then((all) =>
        // What stands for a mention or a placeholder cannot be written anew.
        all
          .filter(
            ({ span, text }) => !flag.block.text.slice(span.start, span.end).includes(OBJECT) && !text.includes(OBJECT),
          )
          .slice(0, 3),
      );
    known.set(flag.key, asked);
    asked.catch(() => known.delete(flag.key));
    return asked;
  }

  function open(flag: PageFlag, opening: Opening): void {
    how = opening;
    if (!card.flag) caretBefore = getCaret();
    editor.reveal(flag.block, flag.span);
    const view = createView(flag);
    shown = { flag, view };
    card.show(flag, view);
    if (opening === 'focus') card.focus();
    getRewrites(flag).then(
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

  async function applyOf(flag: PageFlag, index = 0): Promise<void> {
    if (isBusy) return;
    isBusy = true;
    try {
      const caret = getCaret() ?? caretBefore;
      const all = await getRewrites(flag).catch(() => undefined);
      const rewrite = all?.[index];
      if (!rewrite) {
        if (shown?.flag.key !== flag.key) open(flag, 'key');
        if (all) say(i18n.t('says.noRewrite'));
        return;
      }
      const result = await applyRewrite(editor, flag.block, rewrite, caret);
      if (result.outcome !== 'applied') return fail(flag, result.outcome);
      applied = result.applied;
      card.close();
      shown = undefined;
      walk.start(rewrite);
      options.update();
      say(rewrite.blanks.length > 0 ? i18n.t('says.appliedBlanks', rewrite.blanks.length) : i18n.t('says.applied'));
    } finally {
      isBusy = false;
    }
  }

  function fail(flag: PageFlag, outcome: 'changed meanwhile' | 'failed' | 'failed and left wrong'): void {
    const notice = ({ 'changed meanwhile': 'moved', failed: 'failed', 'failed and left wrong': 'wrong' } as const)[
      outcome
    ];
    options.update();
    const now = getFlags().find(({ key }) => key === flag.key);
    say(i18n.t(`card.${notice}`));
    if (!now) return close();
    if (shown?.flag.key !== flag.key) open(now, 'key');
    showMore({ notice });
  }

  async function undo(): Promise<void> {
    if (!applied || isBusy) return;
    isBusy = true;
    try {
      const isBack = await takeBack(editor, applied);
      if (isBack) applied = undefined;
      walk.stop();
      options.update();
      say(i18n.t(isBack ? 'says.undone' : 'card.moved'));
    } finally {
      isBusy = false;
    }
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

  /** The flag at the caret, else the last before it, else the first. */
  function findNear(): PageFlag | undefined {
    const flags = getFlags();
    if (card.flag) return flags.find(({ key }) => key === card.flag?.key);
    const caret = getCaret();
    if (!caret) return flags.at(-1);
    const order = new Map(editor.blocks().map((block, index) => [block.id, index]));
    const place = order.get(caret.block.id) ?? 0;
    const isBefore = ({ block, span }: PageFlag) => {
      const at = order.get(block.id) ?? 0;
      return at < place || (at === place && span.start <= caret.offset);
    };
    return flags.findLast(isBefore) ?? flags[0];
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
      else if (flag) void applyOf(flag);
    },
    open() {
      const flag = findNear();
      if (flag) open(flag, 'focus');
    },
    dismiss() {
      const flag = findNear();
      if (flag && flag.ruleId !== 'blank') ignore(flag);
    },
    undo: () => void undo(),
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
      if (!card.flag || isBusy) return;
      const now = flags.find(({ key }) => key === card.flag?.key);
      if (!now || now.wording !== card.flag.wording) return close();
      if (now.block === card.flag.block) return card.move(now);
      // The words around it have changed, and with them perhaps the rewrites.
      if (card.hasFocus() || how === 'key') open(now, how);
      else close();
    },
    key(event: KeyboardEvent): void {
      const inCard = card.hasFocus();
      if (!inCard && !isOurs()) return;
      if (event.type !== 'keydown') {
        if (inCard) event.stopImmediatePropagation();
        return;
      }
      const command = findCommand(event);
      const isTaken = command ? (run[command](), true) : takeKey(event, inCard);
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
    return !inCard && walk.key(event);
  }
}
