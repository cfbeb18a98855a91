/** What runs in the editors' test page: each must hold all that it needs. The box may stand in a frame of the same origin. */
import type {} from '../fixtures/editors/index.ts';
import type { EditorMark } from './editor-box.ts';

export function readMarksInPage(): EditorMark[] {
  const document = window.fixture?.box.ownerDocument as Document;
  const { x: left = 0, y: top = 0 } = document.defaultView?.frameElement?.getBoundingClientRect() ?? {};
  const place = (rects: Iterable<DOMRect>) =>
    [...rects].map(({ x, y, width, height }) => ({ x: x + left, y: y + top, width, height }));
  // A frame has a registry of its own.
  const { highlights } = (document.defaultView as typeof window).CSS;
  const drawn = [...highlights].flatMap(([name, ranges]) =>
    name.startsWith('cando-') ? [...ranges].map((range) => ({ name, range: range as Range })) : [],
  );
  const mirrored = [...document.querySelectorAll('cando-mirror')].flatMap((mirror) => [
    ...(mirror.shadowRoot?.querySelectorAll('mark') ?? []),
  ]);
  return [
    ...drawn
      .sort((a, b) => a.range.compareBoundaryPoints(Range.START_TO_START, b.range))
      .map(({ name, range }) => ({
        severity: name.slice('cando-'.length),
        text: range.toString().replaceAll('\u00a0', ' '),
        rects: place(range.getClientRects()),
      })),
    ...mirrored.map((mark) => ({
      severity: /error|warning|info/.exec(`${mark.className} ${mark.dataset.severity}`)?.[0] ?? '',
      text: mark.textContent ?? '',
      rects: place(mark.getClientRects()),
    })),
  ];
}

export function readSaidInPage(): string {
  const chip = window.fixture?.box.ownerDocument.querySelector('cando-chip');
  return chip?.shadowRoot?.querySelector('[role="status"]')?.textContent?.trim() ?? '';
}

export function readButtonsInPage(): string[] {
  const card = window.fixture?.box.ownerDocument.querySelector('cando-card');
  return [...(card?.shadowRoot?.querySelectorAll('button') ?? [])].map(({ textContent }) => textContent?.trim() ?? '');
}

/** So that what is said next is told from what was said before, be it the same words. */
export function forgetSaidInPage(): void {
  const chip = window.fixture?.box.ownerDocument.querySelector('cando-chip');
  const status = chip?.shadowRoot?.querySelector('[role="status"]');
  if (status) status.textContent = '';
}

export function waitUntilDrawnInPage(): Promise<unknown> {
  return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
}

export function readSelectionInPage(): string {
  const box = window.fixture?.box as HTMLElement;
  if (box.localName !== 'textarea') return box.ownerDocument.getSelection()?.toString() ?? '';
  const { value, selectionStart, selectionEnd } = box as HTMLTextAreaElement;
  return value.slice(selectionStart, selectionEnd);
}

export function readBeforeCaretInPage(): string {
  const box = window.fixture?.box as HTMLElement;
  if (box.localName === 'textarea') {
    const { value, selectionEnd } = box as HTMLTextAreaElement;
    return value.slice(0, selectionEnd).replaceAll('\n', '');
  }
  const { focusNode, focusOffset } = box.ownerDocument.getSelection() ?? {};
  if (!focusNode || !box.contains(focusNode)) return '';
  const range = box.ownerDocument.createRange();
  range.setStart(box, 0);
  range.setEnd(focusNode, focusOffset ?? 0);
  return range
    .toString()
    .replaceAll('\u00a0', ' ')
    .replace(/[\u200b\u2060\ufeff\n]/g, '');
}

/** One line a paragraph, list item or line break, as it stands on the page. */
export function readPageTextInPage(): string {
  const box = window.fixture?.box as HTMLElement;
  if (box.localName === 'textarea') return (box as HTMLTextAreaElement).value;
  const lines: string[] = [];
  let isOpen = false;
  const visit = (node: Node) => {
    if (node.nodeType === 3) {
      if (!isOpen) lines.push('');
      isOpen = true;
      lines[lines.length - 1] += (node as Text).data;
      return;
    }
    if (node.nodeType !== 1) return;
    if (node.nodeName === 'BR') {
      if (!isOpen) lines.push('');
      isOpen = false;
      return;
    }
    const isBlock = /^(?:block|list-item)$/.test(getComputedStyle(node as Element).display);
    if (isBlock) isOpen = false;
    node.childNodes.forEach(visit);
    if (isBlock) isOpen = false;
  };
  box.childNodes.forEach(visit);
  return lines
    .join('\n')
    .replaceAll('\u00a0', ' ')
    .replace(/[\u200b\u2060\ufeff]/g, '');
}

/** Where to click to set the caret right after these words; with none, in the box's first line. In CSS pixels of the page. */
export function clickPlaceInPage(words: string): { x: number; y: number } {
  const box = window.fixture?.box as HTMLElement;
  const document = box.ownerDocument;
  const { x: left = 0, y: top = 0 } = document.defaultView?.frameElement?.getBoundingClientRect() ?? {};
  const { x, y } = box.getBoundingClientRect();
  if (words === '') return { x: x + left + 40, y: y + top + 22 };
  const texts = document.createTreeWalker(box, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode() as Text | null; text; text = texts.nextNode() as Text | null) {
    const at = text.data.replaceAll('\u00a0', ' ').indexOf(words);
    if (at < 0) continue;
    const range = document.createRange();
    range.setStart(text, at + words.length - 1);
    range.setEnd(text, at + words.length);
    const { right, top: upper, height } = range.getBoundingClientRect();
    return { x: right + left, y: upper + top + height / 2 };
  }
  throw new Error(`“${words}” does not stand in one piece in the editor.`);
}
