import { computePosition, hide, offset } from '@floating-ui/dom';
import { i18n } from '#i18n';
import { joinWords } from '../../components/language.ts';
import type { Caret, Editor } from '../editors/editor.ts';
import { findLayer } from '../editors/layer.ts';
import { isShown, watchPlace } from '../editors/place.ts';
import type { Severity } from '../engine/types.ts';
import type { PageFlag } from './check.ts';
import style from './chip.css?inline';
import { createHost } from './host.ts';
import type { Look } from './view.ts';

/** How far the chip reaches into the composer: no further than its padding, so that it covers no words. */
const OVERLAP = 10;
const INSET = 12;

export interface Chip {
  /** In a task of its own: marks come first. The same count again costs nothing. */
  show(flags: readonly PageFlag[]): void;
  /** The look has changed. */
  redraw(): void;
  /** Has a screen reader say it, when it has said what it is saying. */
  say(words: string): void;
}

const ORDER: readonly Severity[] = ['error', 'warning', 'info'];

/** The count at the composer's upper corner, where its lines end. A click opens the first flag. */
export function createChip(editor: Editor, look: Look, signal: AbortSignal, onOpen: () => void): Chip {
  const { element } = editor;
  const { host, root } = createHost(element.ownerDocument, 'cando-chip', [look.tokens, style]);
  const button = element.ownerDocument.createElement('button');
  const number = element.ownerDocument.createElement('span');
  const said = element.ownerDocument.createElement('div');
  button.type = 'button';
  button.tabIndex = -1;
  button.hidden = true;
  button.append(element.ownerDocument.createElement('i'), number);
  said.className = 'said';
  said.setAttribute('role', 'status');
  said.setAttribute('aria-live', 'polite');
  root.append(button, said);
  button.addEventListener('click', onOpen);

  attach();
  redraw();

  const place = async () => {
    if (!element.isConnected) return;
    const up = isUnder(editor.caret(), editor) ? 2 : OVERLAP;
    const isLeftward = getComputedStyle(element).direction === 'rtl';
    const { x, y, middlewareData } = await computePosition(element, host, {
      strategy: 'fixed',
      // Of our own element's direction, which is that of the agent's language, not of the draft.
      placement: isLeftward === (host.dir === 'rtl') ? 'top-end' : 'top-start',
      middleware: [offset({ mainAxis: up === OVERLAP ? -OVERLAP : 2, alignmentAxis: INSET }), hide()],
    });
    host.style.transform = `translate(${Math.round(x)}px, ${Math.round(Math.max(2, y))}px)`;
    const isSeen = isShown(element) && !middlewareData.hide?.referenceHidden;
    host.style.visibility = isSeen ? '' : 'hidden';
  };
  let stop: (() => void) | undefined;
  let last = '';
  let timer: ReturnType<typeof setTimeout> | undefined;
  signal.addEventListener(
    'abort',
    () => {
      clearTimeout(timer);
      stop?.();
      host.remove();
    },
    { once: true },
  );

  /** Again when the page has taken it away. */
  function attach(): void {
    if (host.isConnected) return;
    const { parent, zIndex } = findLayer(element);
    host.style.zIndex = zIndex;
    parent.append(host);
  }

  function redraw(): void {
    host.dataset.theme = look.theme ?? 'system';
  }

  /** The caret's line runs under the chip: then it moves up out of the way. */
  function isUnder(caret: Caret | undefined, { rects }: Editor): boolean {
    if (!caret || caret.offset === 0) return false;
    const at = rects(caret.block, { start: caret.offset - 1, end: caret.offset }).at(-1);
    const edge = element.getBoundingClientRect().top;
    return at !== undefined && at.top < edge + 22 - OVERLAP && at.bottom > edge - OVERLAP;
  }

  function draw(count: number, blanks: number, severity: Severity): void {
    button.hidden = count === 0;
    if (button.hidden) {
      stop?.();
      stop = undefined;
      return;
    }
    const phrases = count - blanks;
    number.textContent = String(count);
    button.className = severity;
    const parts = [phrases && i18n.t('chip.label', phrases), blanks && i18n.t('chip.blanks', blanks)];
    const label = joinWords(parts);
    button.title = label;
    button.setAttribute('aria-label', `${label}. ${i18n.t('chip.open')}`);
    stop ??= watchPlace(element, host, place);
  }

  return {
    show(flags) {
      if (signal.aborted) return;
      const severity = ORDER.find((one) => flags.some((flag) => flag.severity === one)) ?? 'info';
      const blanks = flags.filter((flag) => flag.ruleId === 'blank').length;
      attach();
      const next = flags.length === 0 ? '' : `${flags.length} ${blanks} ${severity}`;
      if (next === last) return;
      last = next;
      clearTimeout(timer);
      timer = setTimeout(() => draw(flags.length, blanks, severity));
    },
    redraw,
    say(words) {
      // The same words again are said again only when they change in between.
      said.textContent = said.textContent === words ? `${words}\u00A0` : words;
    },
  };
}
