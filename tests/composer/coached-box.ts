import { vi } from 'vitest';
import type { Coach } from '../../lib/composer/coach.ts';
import { type Composer, createComposer } from '../../lib/composer/composer.ts';
import { createGrammar } from '../../lib/composer/grammar.ts';
import type { CardActions, CardView } from '../../lib/composer/view.ts';
import type { Scan } from '../../lib/engine/scanner.ts';
import type { Finding, Rewrite } from '../../lib/engine/types.ts';
import { splitKey } from '../../lib/keys/index.ts';
import type { ask } from '../../lib/messages.ts';
import { layPolicy, noPolicy } from '../../lib/storage/policy.ts';
import { defaults } from '../../lib/storage/settings.ts';

/** What the grammar host is asked, and how a test lets it answer. */
interface Question {
  /** @param value a list of findings for each sentence */
  answer(value: unknown): void;
}

/** Words that phrase rules flag. One that ends the text is doubtful, for the sentence may go on. */
const PHRASES = /can't (\w+)/g;
/** A sentence with this word is asked about. */
const UNSURE = /[^.]*policy[^.]*\.?/g;

export function createFinding(text: string, words: string, ruleId = 'pack/cannot'): Finding {
  const start = text.indexOf(words);
  const span = { start, end: start + words.length };
  return { ruleId, category: 'pack', severity: 'warning', span, sentence: span, tentative: false };
}

function scan(text: string): Scan {
  const findings = [...text.matchAll(PHRASES)].map(({ index, 0: words }): Finding => {
    const end = text.indexOf('.', index);
    const sentence = { start: text.lastIndexOf('.', index) + 1, end: end < 0 ? text.length : end + 1 };
    return {
      ...createFinding(text, words),
      span: { start: index, end: index + words.length },
      sentence,
      tentative: end < 0,
    };
  });
  const unsure = [...text.matchAll(UNSURE)].map(({ index, 0: words }) => ({
    start: index,
    end: index + words.length,
    passage: { text: words },
  }));
  return { findings, unsure };
}

/** As the host would: "can't go" becomes "can go", in a question "could go". */
export function rewrite({ text, span }: { text: string; span: { start: number; end: number } }): Rewrite[] {
  const can = text.endsWith('?') ? 'could' : 'can';
  return [{ text: text.slice(span.start, span.end).replace("can't", can), span, blanks: [] }];
}

/**
 * A coached textarea. Time stands still until the test moves it, and so do the grammar host's answers and the card's script.
 * `vi.useFakeTimers` must be on, and `ask` of `lib/messages.ts` be a mock.
 */
export function createCoachedBox(asked: typeof ask) {
  const life = new AbortController();
  const questions: Question[] = [];
  vi.mocked(asked).mockImplementation(((name: string, about: never) => {
    if (name === 'grammar.rewrites') return Promise.resolve(rewrite(about));
    if (name !== 'grammar.flags') return Promise.resolve(true);
    return new Promise((answer) => questions.push({ answer }));
  }) as never);

  const area = document.createElement('textarea');
  document.body.append(area);
  area.focus();
  // What the test's document lacks.
  Object.assign(HTMLElement.prototype, { showPopover() {}, hidePopover() {} });
  // What a browser does with `insertText`, and with `undo`: the words that were replaced come back selected.
  let replaced = { start: 0, before: '', after: '' };
  document.execCommand = (name: string, _?: boolean, words = '') => {
    const { start, before, after } = replaced;
    if (name === 'undo') {
      area.setRangeText(before, start, start + after.length);
      area.setSelectionRange(start, start + before.length);
    } else {
      const { selectionStart, selectionEnd, value } = area;
      replaced = { start: selectionStart, before: value.slice(selectionStart, selectionEnd), after: words };
      area.setRangeText(words, selectionStart, selectionEnd, 'end');
    }
    return area.dispatchEvent(new Event('input'));
  };

  let isSilent = false;
  const views: CardView[] = [];
  let loadCard = () => {};
  const loaded = new Promise<void>((resolve) => {
    loadCard = resolve;
  });
  let onCard: CardActions | undefined;
  const mountCard = (_: unknown, actions: CardActions) => {
    onCard = actions;
    return { show: (view: CardView) => void views.push(view), unmount() {} };
  };
  const coach = {
    bridge: { signal: life.signal, isOrphaned: () => false },
    look: { tokens: '', card: '', loadCard: () => loaded.then(() => mountCard) },
    grammar: createGrammar(() => undefined),
    rules: new Map(['pack/cannot', 'pack/grammar'].map((id) => [id, { id, message: id, why: id }])),
    categories: new Map(),
    scanner: { scan },
    settings: layPolicy(defaults, noPolicy),
    voices: { off: new Set(), severities: {}, faded: [] },
    get isSilent() {
      return isSilent;
    },
    isIgnored: () => false,
    isLocked: () => false,
    tell() {},
  } as unknown as Coach;
  const composer = createComposer(area, { id: 'desk', name: 'Desk', matches: [] }, coach, () => {}) as Composer;
  composer.focus();

  return {
    area,
    questions,
    loadCard,
    /** The phrase on the card that is open; undefined while none is. */
    getShown: () => (document.querySelector('cando-card') ? views.at(-1)?.phrase : undefined),
    /** The first rewrite on the card. */
    getRewrite: () => [views.at(-1)?.rewrites].flat().map((one) => (typeof one === 'object' ? one.text : one))[0],
    getNotice: () => views.at(-1)?.notice,
    /** Clicks the rewrite of this text on the card. */
    clickRewrite: (text: string) => onCard?.apply(text),
    getFlagged: () => composer.draft.getFlags().map(({ wording }) => wording),
    type(words: string) {
      area.dispatchEvent(new KeyboardEvent('keydown', { key: 'a', bubbles: true }));
      area.setRangeText(words, area.selectionStart, area.selectionEnd, 'end');
      area.dispatchEvent(new Event('input'));
    },
    /** Keys by their names, with modifiers such as `Ctrl+Shift+F9`. */
    press(...keys: string[]) {
      for (const name of keys) {
        const { modifiers, key } = splitKey(name);
        const [ctrlKey, shiftKey] = ['Ctrl', 'Shift'].map((modifier) => modifiers.includes(modifier));
        const event = new KeyboardEvent('keydown', { key, ctrlKey, shiftKey });
        // Missing in the test's document.
        event.getModifierState ??= () => false;
        composer.key(event);
      }
    },
    refresh: composer.refresh,
    /** Settings say that nothing is to be flagged here. */
    silence() {
      isSilent = true;
      composer.refresh();
    },
    end() {
      life.abort();
      document.body.replaceChildren();
    },
  };
}
