import type { Page } from 'playwright-core';
import type {} from '../../fixtures/editors/index.ts';
import type { Selected } from './guess.ts';

/** A mark on the page, at so many characters from the start of the draft, line breaks not counted. */
export interface SeenMark {
  at: number;
  text: string;
  severity: string;
}

/** What is seen of a draft at one moment. */
export interface Seen extends Selected {
  /** What the editor's own model holds: lines joined by line breaks. */
  text: string;
  /** What stands on the page, without line breaks. */
  shown: string;
  marks: SeenMark[];
  /** All that CanDo has said so far, in order. */
  said: string[];
  /** Whether the card has the focus. */
  isInCard: boolean;
}

declare global {
  interface Window {
    seeDraft(): Seen;
  }
}

/** Puts the reader into the editors' test page, where CanDo's own elements are already. Runs in the page: must hold all that it needs. */
export function watchDraftInPage(): void {
  /** Editors trade spaces for others as they like, and put fillers in. */
  const clean = (words: string) => words.replace(/\u2060{7}|[\u200b\ufeff\n]/g, '').replace(/[\u00a0\t]/g, ' ');
  const said: string[] = [];
  const listened = new WeakSet<Element>();
  const listen = () => {
    for (const chip of document.querySelectorAll('cando-chip')) {
      const status = chip.shadowRoot?.querySelector('[role="status"]');
      if (!status || listened.has(chip)) continue;
      listened.add(chip);
      const observer = new MutationObserver(() => said.push(status.textContent?.trim() ?? ''));
      observer.observe(status, { childList: true, characterData: true, subtree: true });
    }
  };
  listen();
  window.seeDraft = () => {
    listen();
    const box = window.fixture?.box as HTMLElement;
    const count = (node: Node | null, offset: number) => {
      if (!node || !box.contains(node)) return -1;
      const before = document.createRange();
      before.setStart(box, 0);
      before.setEnd(node, offset);
      return clean(before.toString()).length;
    };
    const marks = [...CSS.highlights]
      .filter(([name]) => name.startsWith('cando-'))
      .flatMap(([name, ranges]) =>
        [...ranges].map((range) => ({
          at: count(range.startContainer, range.startOffset),
          text: clean(range.toString()),
          severity: name.slice('cando-'.length),
        })),
      );
    const { anchorNode, anchorOffset, focusNode, focusOffset, isCollapsed } = getSelection() as Selection;
    return {
      text: (window.fixture?.readText() ?? '').split('\n').map(clean).join('\n'),
      shown: clean(box.textContent ?? ''),
      marks: marks.sort((a, b) => a.at - b.at),
      anchor: count(anchorNode, anchorOffset),
      focus: count(focusNode, focusOffset),
      isCaret: isCollapsed,
      said: [...said],
      isInCard: document.activeElement?.localName === 'cando-card',
    };
  };
}

export const see = (page: Page): Promise<Seen> => page.evaluate(() => window.seeDraft());
